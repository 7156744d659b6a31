//! The facts can be read by most people: eighth grade or below in English, and Spanish that says usted.

use program::{Bilingual, Program};

fn all_words(section: &program::Section) -> Vec<&Bilingual<String>> {
    let facts = section
        .facts
        .iter()
        .flat_map(|fact| fact.name.iter().chain([&fact.text]));
    let questions = section.questions.iter().map(|question| &question.text);
    [&section.title, &section.intro]
        .into_iter()
        .chain(facts)
        .chain(questions)
        .collect()
}

/// Groups of vowels, without a silent e at the end: near enough to count syllables.
fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let vowel = |letter: char| "aeiouyáéíóú".contains(letter);
    let mut groups = 0;
    let mut before = false;
    for letter in word.chars() {
        groups += usize::from(vowel(letter) && !before);
        before = vowel(letter);
    }
    let silent = word.ends_with('e') && !word.ends_with("le") && groups > 1;
    (groups - usize::from(silent)).max(1)
}

/// The school grade by Flesch and Kincaid. A citation counts as one word.
fn grade(text: &str) -> f64 {
    let text = text.replace("RSMo ", "").replace("Procedural Instruction ", "");
    let sentences = text.matches(['.', '?']).count();
    let words: Vec<&str> = text.split_whitespace().collect();
    let syllables: usize = words.iter().map(|word| syllables(word)).sum();
    let real = |number: usize| f64::from(u32::try_from(number).expect("few"));
    0.39 * real(words.len()) / real(sentences.max(1)) + 11.8 * real(syllables) / real(words.len()) - 15.59
}

#[test]
fn each_page_reads_at_eighth_grade_or_below() {
    for section in Program::built_in().sections() {
        let texts = all_words(section).into_iter().map(|words| words.en.as_str());
        let text: Vec<String> = texts
            .map(|text| {
                let plain: String = text
                    .chars()
                    .filter(|one| !matches!(one, '(' | ')' | '“' | '”'))
                    .collect();
                // A point within a number or a citation ends no sentence.
                let words = plain.split_whitespace().map(|word| {
                    let inner = word.trim_end_matches(['.', '?', ',', ':', ';']);
                    word.replacen(inner, &inner.replace('.', ""), 1)
                });
                let line = words.collect::<Vec<_>>().join(" ");
                if line.ends_with(['.', '?']) { line } else { line + "." }
            })
            .collect();
        let grade = grade(&text.join(" "));
        println!("{}: {grade:.1}", section.key.key());
        assert!(grade <= 8.0, "{}: grade {grade:.1}", section.key.key());
    }
}

#[test]
fn spanish_says_usted() {
    for section in Program::built_in().sections() {
        for words in all_words(section) {
            let plain = words.es.to_lowercase();
            let informal = [
                "tú", "tu", "tus", "te", "ti", "contigo", "puedes", "tienes", "debes", "vosotros",
            ];
            let found = plain
                .split(|c: char| !c.is_alphabetic())
                .find(|word| informal.contains(word));
            assert_eq!(found, None, "{}", words.es);
        }
    }
}

#[test]
fn no_fact_uses_a_straight_quote_or_a_double_blank() {
    for section in Program::built_in().sections() {
        for text in all_words(section).into_iter().flat_map(|words| [&words.en, &words.es]) {
            assert!(
                !text.contains(['"', '\'']) && !text.contains("  ") && text.trim() == text,
                "{text}"
            );
        }
    }
}
