//! Notes inside the office: on the page of what they are on, on a page of their own, and the list of those that mention somebody.

use leptos::prelude::*;
use office::{
    Office, OfficeResult,
    forms::{MentionForm, NoteForm},
    views::{MentionLine, NoteLine, NoteSubject, Notes, Staff},
};
use texts::{DateWords, NoteWords, StatusWords};

use super::signed_in;
use crate::{
    components::{Banner, Button, ButtonKind, Draft, FieldState, Form, FormProblems, Layout, TextField, Tone},
    context::{lang, load, number, office, param, query},
};

/// The notes on something for whoever may read them; nothing for others.
pub async fn notes_for(office: &dyn Office, staff: &Staff, on: NoteSubject) -> OfficeResult<Option<Notes>> {
    if on.open_to(staff.role) {
        office.notes(staff, &on).await.map(Some)
    } else {
        Ok(None)
    }
}

/// Notes and the form for another, as a part of a page.
#[component]
pub fn NotesPart(notes: Notes) -> impl IntoView {
    let lang = lang();
    let field = FieldState {
        name: "office_note",
        id: Some("new-note".to_owned()),
        label: lang.note_label(),
        hint: Some(lang.note_hint(&notes.colleagues.join(", "))),
        ..FieldState::default()
    };
    let action = lang.path(&format!("{}/notes", notes.subject.path()));
    view! {
        <section id="notes">
            <h2>{lang.notes_title()}</h2>
            <Lines notes/>
            <Form action>
                <TextField of=field rows=3/>
                <Button kind=ButtonKind::Second>{lang.note_send()}</Button>
            </Form>
        </section>
    }
}

#[component]
fn Lines(notes: Notes) -> impl IntoView {
    let lang = lang();
    let none = notes.lines.is_empty().then(|| view! { <p>{lang.notes_none()}</p> });
    let at = format!("{}/notes", notes.subject.path());
    let items: Vec<_> = notes
        .lines
        .into_iter()
        .map(|line| view! { <Line line at=at.clone()/> })
        .collect();
    let items = (!items.is_empty()).then(|| view! { <ol class="bwc-notes">{items}</ol> });
    view! { <p class="bwc-soft">{lang.notes_private()}</p>{none}{items} }
}

#[component]
fn Line(line: NoteLine, at: String) -> impl IntoView {
    let lang = lang();
    let number = lang.note_number(line.no);
    let corrects = line.corrects.map(|no| format!(", {}", lang.note_corrects(no)));
    let mentions = (!line.mentions.is_empty()).then(|| lang.note_mentions(&line.mentions.join(", ")));
    let corrected = (!line.corrected_by.is_empty()).then(|| lang.note_corrected_by(&line.corrected_by));
    let words = match line.words {
        Some(words) => view! { <p class="bwc-typed">{words}</p> }.into_any(),
        None => view! { <p class="bwc-soft">{lang.note_erased()}</p> }.into_any(),
    };
    let href = lang.path(&format!("{at}?corrects={}", line.id));
    view! {
        <li class="bwc-notes__note" id=format!("note-{}", line.no)>
            <p class="bwc-notes__by"><strong>{number.clone()}</strong>", "{line.by}", "{lang.moment_short(line.at)}{corrects}</p>
            {words}
            <p class="bwc-notes__more">{mentions}" "{corrected}" "<a href=href>{lang.note_correct()}<span class="bwc-unseen">": "{number}</span></a></p>
        </li>
    }
}

/// The notes on something, with the form as it was refused, or for a note that corrects another.
#[component]
fn NotesOf(notes: Notes) -> impl IntoView {
    let lang = lang();
    let new = || NoteForm {
        corrects: query("corrects"),
        ..NoteForm::default()
    };
    let draft = Draft::refused_or(new, |lang, _| (lang.note_label(), None));
    let failed = draft.failed();
    let corrects = draft.value("corrects");
    let corrected = notes.lines.iter().find(|line| line.id == corrects);
    let correcting = corrected.map(|line| view! { <p><strong>{lang.note_correcting(line.no)}</strong></p> });
    let corrects = corrected.map(|line| line.id.clone()).unwrap_or_default();
    let field = draft
        .field("office_note")
        .hint(lang.note_hint(&notes.colleagues.join(", ")));
    let back = lang.path(&notes.subject.path());
    let name = notes.name.clone();
    view! {
        <Layout title=lang.notes_of(&name) failed>
            <FormProblems draft/>
            <p><a href=back>{name}</a></p>
            <h1>{lang.notes_title()}</h1>
            <Lines notes/>
            {correcting}
            <Form>
                <input type="hidden" name="corrects" value=corrects/>
                <TextField of=field rows=5/>
                <Button>{lang.note_send()}</Button>
            </Form>
        </Layout>
    }
}

/// The notes on a request.
#[component]
pub fn RequestNotes() -> impl IntoView {
    let (office, number, staff) = (office(), number(), signed_in());
    load(
        async move { office.notes(&staff?, &NoteSubject::Request(number?)).await },
        |notes| view! { <NotesOf notes/> },
    )
}

/// The notes on a recording.
#[component]
pub fn RecordingNotes() -> impl IntoView {
    let (office, id, staff) = (office(), param("id"), signed_in());
    load(
        async move { office.notes(&staff?, &NoteSubject::Recording(id)).await },
        |notes| view! { <NotesOf notes/> },
    )
}

/// The notes on a notice.
#[component]
pub fn NoticeNotes() -> impl IntoView {
    let (office, id, staff) = (office(), param("id"), signed_in());
    load(
        async move { office.notes(&staff?, &NoteSubject::Notice(id)).await },
        |notes| view! { <NotesOf notes/> },
    )
}

/// The notes that mention whoever is signed in.
#[component]
pub fn Mentions() -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    load(
        async move { office.mentions(&staff?).await },
        |lines| view! { <MentionList lines/> },
    )
}

#[component]
fn MentionList(lines: Vec<MentionLine>) -> impl IntoView {
    let lang = lang();
    let draft = Draft::refused_or(MentionForm::default, |lang, _| (lang.mention_read(), None));
    let failed = draft.failed();
    let none = lines.is_empty().then(|| view! { <p>{lang.mentions_none()}</p> });
    let unread = lines.iter().any(|line| line.read_on.is_none());
    let items: Vec<_> = lines.into_iter().map(|line| view! { <Mention line/> }).collect();
    let list = view! { <ol class="bwc-notes">{items}</ol> };
    let list = if unread {
        view! { <Form>{list}</Form> }.into_any()
    } else {
        list.into_any()
    };
    view! {
        <Layout title=lang.mentions_title() failed>
            <FormProblems draft/>
            <h1>{lang.mentions_title()}</h1>
            {none}
            {list}
        </Layout>
    }
}

#[component]
fn Mention(line: MentionLine) -> impl IntoView {
    let lang = lang();
    let href = lang.path(&format!("{}#notes", line.subject.path()));
    let words = match line.words {
        Some(words) => view! { <p class="bwc-typed">{words}</p> }.into_any(),
        None => view! { <p class="bwc-soft">{lang.note_erased()}</p> }.into_any(),
    };
    let read = match line.read_on {
        Some(day) => view! { <p class="bwc-soft">{lang.mention_read_on(&lang.short_day(day))}</p> }.into_any(),
        None => view! {
            <p><button type="submit" class="bwc-button bwc-button--second bwc-button--small" name="read" value=line.note aria-label=lang.mention_read_of(&line.name)>{lang.mention_read()}</button></p>
        }
        .into_any(),
    };
    view! {
        <li class="bwc-notes__note">
            <p class="bwc-notes__by"><a href=href>{line.name}</a>", "{line.by}", "{lang.moment_short(line.at)}</p>
            {words}
            {read}
        </li>
    }
}

/// Says that a note is kept, to whoever comes back from its form.
pub fn note_done() -> Option<AnyView> {
    let lang = lang();
    (query("done") == "note").then(|| {
        view! { <Banner title=lang.done_title() tone=Tone::Open><p>{lang.note_done()}</p></Banner> }.into_any()
    })
}
