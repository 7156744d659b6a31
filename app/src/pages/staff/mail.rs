//! Letters that did not arrive, wait, or are to be posted; and one of them.

use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::LetterForm,
    views::{LetterActKind, LetterView, LettersPage, LettersView, MailLine, MailState, PaperLine, SentText},
};
use texts::{DateWords, LetterDeskWords, StaffWords, StatusWords, TemplateWords};

use super::{notices::document, signed_in};
use crate::{
    components::{
        Banner, Button, ButtonKind, DataTable, Draft, Field, Form, FormProblems, Inset, Layout, Pagination, Tone,
    },
    context::{lang, load, office, page_number, param, query},
};

/// The list.
#[component]
pub fn Mail() -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    let view = LettersView::parse(&query("view")).unwrap_or_default();
    let number = page_number();
    load(
        async move { office.letters(&staff?, view, number).await },
        |letters| view! { <MailPage letters/> },
    )
}

#[component]
fn MailPage(letters: LettersPage) -> impl IntoView {
    let lang = lang();
    let shown = letters.view;
    let counts = letters.counts;
    let tabs: Vec<_> = LettersView::ALL
        .iter()
        .map(|view| {
            let count = match view {
                LettersView::Failed => counts.failed,
                LettersView::Waiting => counts.waiting,
                LettersView::Paper => counts.paper,
            };
            let current = (*view == shown).then_some("page");
            let href = lang.path(&format!("/staff/mail?view={}", view.key()));
            let words = format!("{} ({count})", lang.letters_view(*view));
            view! { <li><a class="bwc-queue-tab" href=href aria-current=current>{words}</a></li> }
        })
        .collect();
    let refused = (counts.sender_refused > 0).then(
        || view! { <Banner title=lang.sender_refused_title() tone=Tone::Stop><p>{lang.sender_refused()}</p></Banner> },
    );
    let none = (letters.total == 0).then(|| view! { <Inset><p>{lang.letters_none(shown)}</p></Inset> });
    let link = move |page: u32| lang.path(&format!("/staff/mail?view={}&page={page}", shown.key()));
    view! {
        <Layout title=lang.letters_title() wide=true>
            <h1>{lang.letters_title()}</h1>
            <p>{lang.letters_intro()}</p>
            {refused}
            <nav aria-label=lang.letters_title()><ul class="bwc-queue-tabs">{tabs}</ul></nav>
            {none}
            {mail_table(lang, lang.letters_view(shown), &letters.mails)}
            {paper_table(lang, &letters.papers)}
            <Pagination page=letters.page total=letters.total link/>
        </Layout>
    }
}

/// Letters by e-mail as a table; nothing where there are none.
pub fn mail_table(lang: Lang, caption: &'static str, mails: &[MailLine]) -> AnyView {
    if mails.is_empty() {
        return ().into_any();
    }
    let head = [
        lang.col_letter(),
        StaffWords::col_number(lang),
        lang.col_letter_to(),
        lang.col_letter_state(),
        lang.col_letter_day(),
    ];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = mails
        .iter()
        .map(|mail| {
            let open = lang.path(&format!("/staff/mail/{}", mail.id));
            let request = lang.path(&format!("/staff/requests/{}", mail.number));
            view! {
                <tr>
                    <th scope="row"><a href=open>{mail.subject.clone()}</a></th>
                    <td><a class="bwc-number" href=request>{mail.number.to_string()}</a></td>
                    <td class="bwc-typed">{mail.to.clone()}</td>
                    <td>{mail_state(lang, mail)}</td>
                    <td>{lang.short_day(mail.on)}</td>
                </tr>
            }
        })
        .collect();
    view! { <DataTable id="mails" caption head>{rows}</DataTable> }.into_any()
}

fn mail_state(lang: Lang, mail: &MailLine) -> impl IntoView + use<> {
    let why = mail.why.clone().map(|(cause, error)| {
        let tried = lang.letter_tried(mail.attempts);
        view! { <br/><span class="bwc-soft">{lang.letter_cause(cause)}": "{error}", "{tried}</span> }
    });
    view! { <span data-status=mail.state.key()>{lang.mail_state(mail.state)}</span>{why} }
}

/// Letters on paper as a table; nothing where there are none.
pub fn paper_table(lang: Lang, papers: &[PaperLine]) -> AnyView {
    if papers.is_empty() {
        return ().into_any();
    }
    let head = [lang.col_letter(), StaffWords::col_number(lang), lang.col_letter_state()];
    let head = head.map(str::to_owned).to_vec();
    let rows: Vec<_> = papers
        .iter()
        .map(|paper| {
            let open = lang.path(&format!("/staff/mail/{}", paper.id));
            let request = lang.path(&format!("/staff/requests/{}", paper.number));
            view! {
                <tr>
                    <th scope="row"><a href=open>{lang.letter_made(paper.made_on)}</a></th>
                    <td><a class="bwc-number" href=request>{paper.number.to_string()}</a></td>
                    <td>{paper_state(lang, paper)}</td>
                </tr>
            }
        })
        .collect();
    view! { <DataTable id="papers" caption=lang.letter_paper_name() head>{rows}</DataTable> }.into_any()
}

fn paper_state(lang: Lang, paper: &PaperLine) -> String {
    match (paper.posted_on, paper.returned_on) {
        (_, Some(on)) => lang.letter_returned(on),
        (Some(on), None) => lang.letter_posted(on),
        (None, None) => lang.letter_not_posted().to_owned(),
    }
}

/// One letter, with what can be done.
#[component]
pub fn MailLetter() -> impl IntoView {
    let (office, staff, id) = (office(), signed_in(), param("id"));
    load(
        async move {
            let staff = staff?;
            let letter = office.letter(&staff, &id).await?.ok_or(Refusal::NotFound)?;
            let sent = office.sent_text(&staff, &id).await?;
            Ok((staff.role.works(), letter, sent))
        },
        |(works, letter, sent)| view! { <LetterPage works letter sent/> },
    )
}

#[component]
fn LetterPage(works: bool, letter: LetterView, sent: Option<SentText>) -> impl IntoView {
    let lang = lang();
    let draft = Draft::refused_or(LetterForm::default, |lang, field| match field {
        "email" => (lang.letter_field_email(), None),
        _ => (lang.letter_field_on(), None),
    });
    let failed = draft.failed();
    let done = (query("done") == "1" && !failed)
        .then(|| view! { <Banner title=lang.done_title() tone=Tone::Open><p>{lang.letter_noted()}</p></Banner> });
    let (title, number, acts, about) = match letter {
        LetterView::Mail(mail) => {
            let anew = mail.notice.clone().map(|notice| {
                let href = lang.path(&format!("/staff/notices/{notice}"));
                let came_back = matches!(mail.state, MailState::Failed | MailState::Returned);
                let words = came_back.then(|| view! { <p>{lang.letter_notice_anew()}</p> });
                view! { {words} <p><a href=href>{lang.letter_open_notice()}</a></p> }
            });
            let on = lang.day(mail.on);
            let about = view! {
                <p class="bwc-typed">{mail.to.clone()}</p>
                <p>{mail_state(lang, &mail)}</p>
                <p class="bwc-soft">{lang.col_letter_day()}": "{on}</p>
                {anew}
            }
            .into_any();
            (mail.subject, mail.number, mail.acts, about)
        }
        LetterView::Paper(paper) => {
            let run = lang.path(&format!("/staff/letters?on={}", paper.made_on));
            let state = paper_state(lang, &paper);
            let about = view! {
                <p>{state}</p>
                <p><a href=run>{lang.letter_made(paper.made_on)}</a></p>
            }
            .into_any();
            (lang.letter_paper_name().to_owned(), paper.number, paper.acts, about)
        }
    };
    let request = lang.path(&format!("/staff/requests/{number}"));
    let forms: Vec<_> = acts
        .into_iter()
        .filter(|_| works)
        .map(|act| view! { <LetterAct act draft=draft.clone()/> })
        .collect();
    view! {
        <Layout title=title.clone() failed>
            <FormProblems draft=draft.clone()/>
            {done}
            <p><a href=lang.path("/staff/mail")>{lang.letters_title()}</a></p>
            <h1>{title}</h1>
            <p><a class="bwc-number" href=request>{number.to_string()}</a></p>
            {about}
            {forms}
            {sent.map(|sent| view! { <AsSent sent/> })}
        </Layout>
    }
}

/// The letter word for word.
#[component]
fn AsSent(sent: SentText) -> impl IntoView {
    let lang = lang();
    let words = if sent.markup.is_empty() {
        view! { <p>{lang.letter_not_kept()}</p> }.into_any()
    } else {
        view! { <div class="bwc-preview__letter" lang=sent.lang.key()>{document(sent.markup)}</div> }.into_any()
    };
    view! { <section id="letter"><h2>{lang.letter_as_sent()}</h2>{words}</section> }
}

#[component]
fn LetterAct(act: LetterActKind, draft: Draft) -> impl IntoView {
    let lang = lang();
    let field = match act {
        LetterActKind::Address => view! { <Field of=draft.field("email") kind="email"/> }.into_any(),
        LetterActKind::Posted | LetterActKind::Returned => {
            view! { <Field of=draft.field("on") kind="date"/> }.into_any()
        }
        LetterActKind::Again | LetterActKind::Paper | LetterActKind::Aside => ().into_any(),
    };
    let kind = match act {
        LetterActKind::Aside => ButtonKind::Stop,
        _ => ButtonKind::Second,
    };
    view! {
        <h2>{lang.letter_act_title(act)}</h2>
        <p>{lang.letter_act_hint(act)}</p>
        <Form>
            <input type="hidden" name="act" value=act.key()/>
            {field}
            <Button kind>{lang.letter_act(act)}</Button>
        </Form>
    }
}
