//! The facts are sound, an edited text is read back as written, and its flaws are told.

use std::collections::BTreeSet;

use law::profile::Profile;

use crate::{
    Entry, Fact, Part, PartialDate, Problem, Program, SectionKey, ShownDate, Status, TextDraft, TextError, TextKey,
    Unit, Weight,
};

fn flaws(key: TextKey, text: &str) -> Vec<TextError> {
    Program::with(&[(key, text)]).expect_err("flaws")
}

const FUNDING: TextKey = TextKey::Section(SectionKey::Funding);

fn edited(from: &str, to: &str) -> String {
    let text = FUNDING.built_in();
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

#[test]
fn the_facts_that_come_with_the_program_are_sound() {
    let program = Program::with(&[]).unwrap_or_else(|flaws| {
        panic!(
            "{}",
            flaws.iter().map(TextError::to_string).collect::<Vec<_>>().join("\n")
        );
    });
    assert_eq!(program, Program::built_in());
    assert_eq!(program.sections().len(), SectionKey::ALL.len());
}

#[test]
fn the_texts_that_come_with_the_program_are_as_they_would_be_written() {
    let program = Program::built_in();
    for key in TextKey::all() {
        let built_in = key.built_in();
        let plain = built_in
            .find("\n\n")
            .filter(|_| built_in.starts_with('#'))
            .map_or(0, |end| end + 2);
        assert_eq!(program.text(key), built_in[plain..], "{}", key.key());
    }
}

#[test]
fn a_text_once_written_is_read_back_the_same() {
    let program = Program::built_in();
    let texts: Vec<(TextKey, String)> = TextKey::all().map(|key| (key, program.text(key))).collect();
    let edited: Vec<(TextKey, &str)> = texts.iter().map(|(key, text)| (*key, &**text)).collect();
    assert_eq!(Program::with(&edited), Ok(program));
}

#[test]
fn quotes_and_backslashes_survive_an_edit() {
    let hostile = r#"Say \"no\" to C:\\cost # not a note <script> {{ x }}"#;
    let text = edited("The first cost was about 2.5 million dollars.", hostile);
    let program = Program::with(&[(FUNDING, &text)]).expect("sound");
    let again = program.text(FUNDING);
    assert_eq!(Program::with(&[(FUNDING, &again)]), Ok(program.clone()));
    let fact = program
        .section(SectionKey::Funding)
        .and_then(|section| section.fact("initial_cost"));
    assert_eq!(
        fact.map(|fact| &*fact.text.en),
        Some(r#"Say "no" to C:\cost # not a note <script> {{ x }}"#)
    );
}

#[test]
fn every_source_is_used_and_every_division_is_the_agencys() {
    let program = Program::built_in();
    let facts = || program.sections().iter().flat_map(|section| &section.facts);
    let used: BTreeSet<&str> = facts().flat_map(|fact| &fact.sources).map(String::as_str).collect();
    let known: BTreeSet<&str> = program.sources().iter().map(|source| &*source.key).collect();
    assert_eq!(used, known);
    let profile = Profile::built_in("kansas-city-mo").expect("a profile");
    for division in facts().flat_map(|fact| &fact.divisions) {
        assert!(profile.divisions.iter().any(|one| one.key == *division), "{division}");
    }
}

#[test]
fn every_account_is_kept_where_sources_disagree() {
    let program = Program::built_in();
    let accounts = |key| -> Vec<(String, Vec<String>)> {
        let section = program.section(key).expect("a section");
        let matters = section.disagreements();
        let names = |accounts: &std::collections::BTreeMap<&str, Vec<&Fact>>| {
            accounts.keys().map(|name| (*name).to_owned()).collect()
        };
        matters
            .iter()
            .map(|(matter, all)| ((*matter).to_owned(), names(all)))
            .collect()
    };
    let expected = |matters: &[(&str, &[&str])]| -> Vec<(String, Vec<String>)> {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        matters
            .iter()
            .map(|(matter, all)| ((*matter).to_owned(), names(all)))
            .collect()
    };
    assert_eq!(
        accounts(SectionKey::WhoHasCameras),
        expected(&[
            ("detectives", &["received", "secured", "seeking"]),
            ("first_cameras", &["november", "october"]),
            ("when_all", &["april", "march"]),
        ])
    );
    assert_eq!(
        accounts(SectionKey::Funding),
        expected(&[
            ("first_money", &["portion", "whole"]),
            ("gifts", &["debruce", "partners", "police_foundation"]),
        ])
    );
    assert_eq!(
        accounts(SectionKey::Commitments),
        expected(&[
            ("crowds", &["not_chemical", "prohibited"]),
            ("moving_cars", &["banned", "generally"])
        ])
    );
}

/// Each sentence names the one report that says it, where the reports were read one by one.
#[test]
fn a_fact_about_the_start_names_the_one_document_that_says_it() {
    let program = Program::built_in();
    for key in [
        SectionKey::WhoHasCameras,
        SectionKey::Funding,
        SectionKey::Policy,
        SectionKey::Commitments,
    ] {
        let section = program.section(key).expect("a section");
        for fact in &section.facts {
            assert_eq!(fact.sources.len(), 1, "{}", fact.id);
        }
    }
    let texts: Vec<&str> = program
        .sections()
        .iter()
        .flat_map(|section| &section.facts)
        .map(|fact| fact.text.en.as_str())
        .collect();
    for said_by_nobody in [
        "union gave its approval",
        "asked the state legislature",
        "asked the legislature",
    ] {
        assert!(
            !texts.iter().any(|text| text.contains(said_by_nobody)),
            "{said_by_nobody}"
        );
    }
    let cameras = program.section(SectionKey::WhoHasCameras).expect("cameras");
    let mut in_service = cameras
        .facts
        .iter()
        .filter(|fact| fact.status == Some(Status::InService));
    assert!(
        in_service.all(|fact| !fact.counts(Unit::Cameras)),
        "340 is not the number in service"
    );
}

#[test]
fn cameras_come_in_order_with_the_goal_among_them() {
    let program = Program::built_in();
    let cameras = program.cameras();
    let ids: Vec<&str> = cameras.iter().map(|fact| &*fact.id).collect();
    assert_eq!(ids, ["goal", "phase_1", "phase_2"]);
    let goal = cameras
        .iter()
        .find(|fact| fact.status == Some(Status::Goal))
        .and_then(|fact| fact.figure);
    assert_eq!(
        goal.map(|figure| (figure.value, figure.unit)),
        Some((1_400, Unit::Cameras))
    );
}

#[test]
fn no_reform_is_said_to_be_in_place_unless_a_source_says_so() {
    let program = Program::built_in();
    let reforms = program.section(SectionKey::Commitments).expect("reforms");
    let standing = |status| reforms.facts.iter().filter(move |fact| fact.status == Some(status));
    assert_eq!(standing(Status::SaidInPlace).count(), 7);
    assert_eq!(standing(Status::InService).count(), 0);
    assert!(
        reforms
            .facts
            .iter()
            .all(|fact| fact.status.is_some() && fact.name.is_some())
    );
}

#[test]
fn what_rests_on_notes_by_others_alone_is_weak() {
    let program = Program::built_in();
    let weak: Vec<&str> = program
        .sections()
        .iter()
        .flat_map(|section| &section.facts)
        .filter(|fact| program.weight_of(fact) == Some(Weight::Weak))
        .map(|fact| &*fact.id)
        .collect();
    assert_eq!(
        weak,
        [
            "instruction_21_05",
            "who_copies",
            "camera_checks",
            "classified",
            "state_schedule"
        ]
    );
}

#[test]
fn every_fact_has_a_date_to_tell_beside_it() {
    let program = Program::built_in();
    for fact in program.sections().iter().flat_map(|section| &section.facts) {
        assert!(program.dated(fact).is_some(), "{}", fact.id);
    }
    let read = "2026".parse().expect("a date");
    let access = program.section(SectionKey::Access).expect("access");
    assert_eq!(
        access.fact("closed").and_then(|fact| program.dated(fact)),
        Some(ShownDate::Read(read))
    );
}

#[test]
fn a_source_that_nobody_dates_is_a_flaw() {
    let text = TextKey::Sources.built_in().replacen("read = \"2026\"\n", "", 1);
    let found = flaws(TextKey::Sources, &text);
    assert_eq!(found[0].problem, Problem::NeverRead);
    assert_eq!(found[0].entry.as_deref(), Some("department_page"));
}

#[test]
fn a_time_line_is_in_order_of_days() {
    let program = Program::built_in();
    for section in program.sections() {
        let days: Vec<_> = section
            .timeline()
            .iter()
            .map(|fact| fact.date.map(PartialDate::first))
            .collect();
        assert!(days.is_sorted(), "{}", section.key.key());
    }
}

#[test]
fn a_date_is_told_as_well_as_it_is_known() {
    let told = |text: &str| text.parse::<PartialDate>().expect("a date").words();
    let words = |en: &str, es: &str| law::both(en.to_owned(), es.to_owned());
    assert_eq!(told("2020"), words("2020", "2020"));
    assert_eq!(told("2020-10"), words("October 2020", "octubre de 2020"));
    assert_eq!(told("2021-04-22"), words("April 22, 2021", "22 de abril de 2021"));
    for text in [
        "",
        "202",
        "2021-13",
        "2021-02-30",
        "21-04-22",
        "2021-4-2",
        "sometime",
        "2021–04",
    ] {
        assert!(text.parse::<PartialDate>().is_err(), "{text}");
    }
}

#[test]
fn an_unknown_key_is_refused_with_its_line() {
    let text = edited("topic = \"cost\"", "topic = \"cost\"\ncolor = \"blue\"");
    let found = flaws(FUNDING, &text);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].line, Some(8));
    assert!(
        matches!(&found[0].problem, Problem::Unreadable(why) if why.contains("color")),
        "{}",
        found[0]
    );
}

#[test]
fn every_flaw_is_told_with_its_entry_and_line() {
    let cases: [(&str, &str, Problem); 9] = [
        (
            "id = \"price\"",
            "id = \"initial_cost\"",
            Problem::Twice("initial_cost".into()),
        ),
        (
            "id = \"price\"",
            "id = \"The price\"",
            Problem::BadName("The price".into()),
        ),
        (
            "es = \"El costo inicial fue de unos 2.5 millones de dólares.\"",
            "es = \" \"",
            Problem::Missing("the fact", "es"),
        ),
        ("sources = [\"news_41_2021\"]", "sources = []", Problem::NoSource),
        ("date = \"2021-04-22\"\n", "", Problem::NoDate),
        (
            "date = \"2021-04-22\"",
            "date = \"2021-02-30\"",
            Problem::BadDate("2021-02-30".into()),
        ),
        ("to = 800", "to = 600", Problem::BadRange),
        (
            "account = \"portion\"",
            "account = \"whole\"",
            Problem::OneAccount("first_money".into()),
        ),
        ("group = \"gifts\"\n", "", Problem::HalfAccount),
    ];
    for (from, to, problem) in cases {
        let found = flaws(FUNDING, &edited(from, to));
        let flaw = found.iter().find(|flaw| flaw.problem == problem);
        let flaw = flaw.unwrap_or_else(|| panic!("{problem:?} among {found:?}"));
        assert!(flaw.line.is_some() && flaw.entry.is_some(), "{flaw}");
    }
}

#[test]
fn an_unknown_topic_source_or_unit_is_told_with_those_that_are_known() {
    for (from, to, known) in [
        ("topic = \"cost\"", "topic = \"money\"", "cost"),
        ("\"kansas_city_report\"", "\"a_friend\"", "department_page"),
        ("unit = \"dollars\"", "unit = \"pesos\"", "dollars"),
    ] {
        let found = flaws(FUNDING, &edited(from, to));
        assert!(found.iter().any(|flaw| flaw.to_string().contains(known)), "{found:?}");
    }
}

#[test]
fn the_text_of_another_section_is_refused() {
    let found = flaws(FUNDING, TextKey::Section(SectionKey::Policy).built_in());
    assert!(
        found
            .iter()
            .any(|flaw| flaw.problem == Problem::OtherSection("policy".into()))
    );
}

#[test]
fn a_source_that_is_still_cited_cannot_be_taken_away() {
    let text = TextKey::Sources
        .built_in()
        .replacen("key = \"kctv_2021\"", "key = \"kctv_2022\"", 1);
    let found = flaws(TextKey::Sources, &text);
    assert!(
        found
            .iter()
            .all(|flaw| matches!(&flaw.problem, Problem::Unknown("source", key, _) if key == "kctv_2021"))
    );
}

#[test]
fn no_text_brings_the_reader_down() {
    for text in [
        "",
        "key",
        "\u{0}",
        "[[fact]]",
        "key = 1",
        "é\n= \"",
        "[[source]]\nkey=\"\"",
        &"[".repeat(4_000),
    ] {
        for key in TextKey::all() {
            assert!(Program::with(&[(key, text)]).is_err(), "{text:?}");
        }
    }
}

#[test]
fn a_text_goes_through_the_fields_of_a_form_and_comes_back_the_same() {
    let program = Program::built_in();
    for key in TextKey::all() {
        let draft = TextDraft::read(key, key.built_in()).expect("fields");
        assert_eq!(draft.write().0, program.text(key), "{}", key.key());
    }
}

#[test]
fn what_is_wrong_in_a_field_is_told_at_the_field_though_an_empty_entry_stands_before_it() {
    let mut draft = TextDraft::read(FUNDING, FUNDING.built_in()).expect("fields");
    let facts = draft.entries_mut(Part::Fact);
    facts.insert(0, Entry::default());
    facts[1].set("es", Vec::new());
    facts[2].set("sources", Vec::new());
    facts[3].set("date", vec!["the spring of 2021".to_owned()]);
    let (text, written) = draft.write();
    let at: Vec<(usize, &str)> = flaws(FUNDING, &text)
        .iter()
        .filter_map(|flaw| flaw.place.clone())
        .map(|place| (written[&place.part][place.entry], place.field))
        .collect();
    for known in [(1, "es"), (2, "sources"), (3, "date")] {
        assert!(at.contains(&known), "{known:?} in {at:?}");
    }
}

#[test]
fn a_new_fact_gets_a_name_from_its_words_that_no_other_has() {
    let mut draft = TextDraft::read(FUNDING, FUNDING.built_in()).expect("fields");
    for _ in 0..2 {
        let mut fact = Entry::default();
        fact.set("en", vec!["The City paid, again, in 2022.".to_owned()]);
        fact.set("es", vec!["La ciudad pagó otra vez en 2022.".to_owned()]);
        fact.set("topic", vec!["cost".to_owned()]);
        fact.set("sources", vec!["press_2021".to_owned()]);
        fact.set("date", vec!["2022".to_owned()]);
        draft.entries_mut(Part::Fact).push(fact);
    }
    let program = Program::with(&[(FUNDING, &draft.write().0)]).expect("sound");
    let section = program.section(SectionKey::Funding).expect("a section");
    let ids: Vec<&str> = section.facts.iter().rev().take(2).map(|fact| &*fact.id).collect();
    assert_eq!(ids, ["the_city_paid_again_in_2", "the_city_paid_again_in"]);
}
