//! Administrators keep the program's facts up to date.

use office::{Refusal, desk::ProgramDesk as _, forms::ProgramEdit, permission::Administrator, views::Role};
use program::{Program, SectionKey, TextKey};

use crate::support::Town;

crate::on_both_engines!(
    what_an_administrator_publishes_is_public_and_every_version_stays,
    a_text_with_a_flaw_is_refused_at_its_line_and_nothing_changes,
    the_second_of_two_administrators_is_told,
    nobody_else_may_edit,
);

const POLICY: TextKey = TextKey::Section(SectionKey::Policy);

async fn admin(town: &Town) -> Administrator {
    town.staff("Alex", Role::Admin).await.staff.administrator().unwrap()
}

fn edit(version: i64, from: &str, to: &str) -> ProgramEdit {
    let text = Program::built_in().text(POLICY);
    assert!(text.contains(from), "the policy says {from}");
    ProgramEdit {
        key: POLICY,
        version,
        text: text.replace(from, to),
        reason: "The board voted again.".into(),
    }
}

async fn title(town: &Town) -> String {
    let program = town.office.program().await.unwrap();
    program.section(SectionKey::Policy).unwrap().title.en.clone()
}

fn first_title() -> String {
    Program::built_in()
        .section(SectionKey::Policy)
        .unwrap()
        .title
        .en
        .clone()
}

async fn what_an_administrator_publishes_is_public_and_every_version_stays(town: Town) {
    let alex = admin(&town).await;
    let old = first_title();
    assert_eq!(title(&town).await, old);
    town.office
        .publish(&alex, edit(0, &old, "The policy, second"))
        .await
        .unwrap();
    assert_eq!(title(&town).await, "The policy, second");
    let other_counter = town.second_counter().await;
    let there = other_counter.program().await.unwrap();
    assert_eq!(
        there.section(SectionKey::Policy).unwrap().title.en,
        "The policy, second"
    );
    town.office
        .publish(&alex, edit(1, &old, "The policy, third"))
        .await
        .unwrap();
    assert_eq!(title(&town).await, "The policy, third");
    let text = town.office.program_text(&alex, POLICY).await.unwrap();
    let known: Vec<(i64, &str)> = text
        .versions
        .iter()
        .map(|version| (version.version, version.by.as_str()))
        .collect();
    assert_eq!(known, vec![(2, "Alex"), (1, "Alex")]);
    assert!(text.versions[1].text.contains("The policy, second"));
    assert!(text.built_in.contains(&old));
    for by_hand in ["UPDATE program_text SET reason = ''", "DELETE FROM program_text"] {
        assert!(town.raw(by_hand).await.is_err(), "{by_hand}");
    }
}

async fn a_text_with_a_flaw_is_refused_at_its_line_and_nothing_changes(town: Town) {
    let alex = admin(&town).await;
    let mut broken = edit(0, &first_title(), "The policy");
    broken.text.push_str("\n[[fact]]\nid = \"no_source\"\n");
    let Err(Refusal::Invalid { errors }) = town.office.publish(&alex, broken.clone()).await else {
        panic!("a fact without words or source was published");
    };
    assert!(errors.of("text").is_some());
    assert!(town.office.preview(&alex, POLICY, &broken.text).await.is_err());
    assert_eq!(title(&town).await, first_title());
    assert_eq!(town.count("SELECT COUNT(*) FROM program_text").await, 0);
}

async fn the_second_of_two_administrators_is_told(town: Town) {
    let alex = admin(&town).await;
    let old = first_title();
    town.office.publish(&alex, edit(0, &old, "Mine")).await.unwrap();
    let late = town.office.publish(&alex, edit(0, &old, "Yours")).await;
    assert_eq!(late, Err(Refusal::Stale));
    assert_eq!(title(&town).await, "Mine");
}

async fn nobody_else_may_edit(town: Town) {
    for role in [Role::Custodian, Role::Reviewer, Role::Auditor] {
        let staff = town.staff(role.key(), role).await.staff.clone();
        assert_eq!(staff.administrator(), Err(Refusal::NotYours), "{role:?}");
    }
}
