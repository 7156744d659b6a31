//! The letters say in both languages what the law wants said.

use law::Date;
use office::Lang;

use super::LetterWords;

const DAY: Date = Date::constant(2026, 8, 3);

#[test]
fn a_question_or_a_fee_names_the_last_day_and_the_law() {
    for said in [Lang::En.letter_clarification(DAY), Lang::En.letter_fee(DAY)] {
        assert!(
            said.contains("Monday, August 3, 2026") && said.contains("RSMo 610.026.2(2)"),
            "{said}"
        );
        assert!(
            said.contains("90 days") && said.contains("150 days") && said.contains("withdrawn"),
            "{said}"
        );
    }
    for said in [Lang::Es.letter_clarification(DAY), Lang::Es.letter_fee(DAY)] {
        assert!(
            said.contains("lunes 3 de agosto de 2026") && said.contains("RSMo 610.026.2(2)"),
            "{said}"
        );
        assert!(said.contains("90 días") && said.contains("retirada"), "{said}");
    }
}

#[test]
fn a_filed_request_says_whether_the_footage_may_be_gone() {
    let later = Date::constant(2026, 8, 4);
    assert!(Lang::En.letter_filed_hold(later, DAY).contains("may not be deleted"));
    assert!(Lang::En.letter_filed_hold(DAY, later).contains("may be gone"));
    assert!(Lang::Es.letter_filed_hold(DAY, later).contains("ya no existan"));
}
