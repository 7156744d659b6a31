//! Family viewings in the console: the offers of a notice, and all that are open.

use law::{
    person::Receiver,
    viewing::{ViewingStep, ViewingWay},
};
use leptos::prelude::*;
use office::{
    Lang, Refusal,
    forms::ViewingForm,
    views::{ViewingView, ViewingsView},
};
use texts::{DateWords, DeskWords, ReleaseWords, ViewingWords};

use super::{
    console_form::{choices, done, split_refused},
    letter_preview::LetterState,
    signed_in,
};
use crate::{
    components::{Button, Choices, DataTable, Draft, Field, Form, FormProblems, Inset, Layout, TextField},
    context::{lang, load, office, param, previewed, refused},
};

/// Every viewing that is not settled.
#[component]
pub fn Viewings() -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    load(async move { office.open_viewings(&staff?).await }, |lines| {
        let lang = lang();
        let rows: Vec<_> = lines
                .into_iter()
                .map(|line| {
                    let href = lang.path(&format!("/staff/notices/{}/viewing", line.notice));
                    let request = lang.path(&format!("/staff/requests/{}", line.number));
                    let day = line.day.map(|day| lang.day(day));
                    let holder = line.holder.unwrap_or_else(|| lang.viewing_nobody().to_owned());
                    view! {
                        <tr>
                            <th scope="row"><a href=href>{line.pseudonym}</a><br/><a class="bwc-number" href=request>{line.number.to_string()}</a></th>
                            <td>{day}</td>
                            <td>{lang.viewing_state(line.state)}</td>
                            <td>{holder}</td>
                        </tr>
                    }
                })
                .collect();
        let head = [
            lang.col_person(),
            lang.viewing_col_next(),
            lang.viewing_col_state(),
            lang.viewing_col_holder(),
        ];
        let list = if rows.is_empty() {
            view! { <Inset><p>{lang.viewings_open_none()}</p></Inset> }.into_any()
        } else {
            let head = head.map(str::to_owned).to_vec();
            view! { <DataTable id="viewings" caption=lang.viewings_open_title() head quiet_caption=true>{rows}</DataTable> }
                    .into_any()
        };
        view! {
            <Layout title=lang.viewings_open_title() wide=true>
                <h1>{lang.viewings_open_title()}</h1>
                <p>{lang.viewing_intro()}</p>
                {list}
            </Layout>
        }
    })
}

/// The offers of a notice.
#[component]
pub fn NoticeViewings() -> impl IntoView {
    let (office, staff, id) = (office(), signed_in(), param("id"));
    let (form, refusal) = split_refused(refused::<ViewingForm>());
    let typed = previewed::<ViewingForm>();
    load(
        async move { office.viewings(&staff?, &id).await?.ok_or(Refusal::NotFound) },
        move |view| page(lang(), &view, typed.unwrap_or(form), refusal),
    )
}

fn page(lang: Lang, view: &ViewingsView, form: ViewingForm, refusal: Option<Refusal>) -> impl IntoView + use<> {
    let failed = refusal.is_some();
    let form = if form.act.is_empty() {
        ViewingForm {
            on: view.today.to_string(),
            ..form
        }
    } else {
        form
    };
    let draft = Draft::new(&form, refusal, |lang, name| {
        (lang.viewing_field(name), lang.viewing_hint(name))
    });
    let sent = form.act.clone();
    let of_act = |act: &str| {
        let new = ViewingForm {
            on: view.today.to_string(),
            ..ViewingForm::default()
        };
        if sent.is_empty() || sent == act {
            draft.clone().with_ids(format!("{act}-"))
        } else {
            Draft::new(&new, None, |lang, name| {
                (lang.viewing_field(name), lang.viewing_hint(name))
            })
            .with_ids(format!("{act}-"))
        }
    };
    let told = draft.clone().with_ids(format!("{sent}-"));
    let title = lang.viewing_title(&view.pseudonym);
    let list: Vec<_> = view.viewings.iter().map(|one| shown(lang, one)).collect();
    let none = view
        .viewings
        .is_empty()
        .then(|| view! { <Inset><p>{lang.viewing_none()}</p></Inset> });
    let newest = view.viewings.last();
    let settled = newest.is_none_or(|newest| newest.state.is_settled());
    let may = |step: &ViewingStep| {
        newest.is_some_and(|newest| {
            let on = if *step == ViewingStep::Hold {
                newest.viewing.appointment.unwrap_or(view.today)
            } else {
                view.today
            };
            newest.viewing.may(*step, on, view.today.max(on)).is_ok()
        }) || sent == step.key()
    };
    let steps: Vec<_> = ViewingStep::ALL
        .into_iter()
        .filter(|step| view.may_change && may(step))
        .map(|step| step_form(lang, step, &of_act(step.key())))
        .collect();
    let offer = (view.may_change && (settled || sent == "offer")).then(|| offer(lang, view, &of_act("offer")));
    let looked = LetterState::found().banner(lang);
    let back = lang.path(&format!("/staff/notices/{}", view.notice));
    let pseudonym = view.pseudonym.clone();
    view! {
        <Layout title=title.clone() wide=true failed>
            <FormProblems draft=told/>
            {looked}
            {done(lang, failed)}
            <p><a href=back>{lang.notice_page_title(&pseudonym)}</a></p>
            <h1>{title}</h1>
            <p>{lang.viewing_intro()}</p>
            {none}
            {list}
            {steps}
            {offer}
        </Layout>
    }
}

fn shown(lang: Lang, one: &ViewingView) -> AnyView {
    let offered = lang.viewing_offered(
        &lang.day(one.viewing.offered),
        &lang.day(one.viewing.answer_by),
        &one.by,
    );
    let way = format!("{}. {}.", lang.viewing_way(one.way), lang.receiver(one.receiver));
    let support = (!one.support.is_empty()).then(|| view! { <p>{lang.viewing_support(&one.support)}</p> });
    let steps: Vec<_> = one
        .steps
        .iter()
        .map(|step| {
            let by = step.by.clone().unwrap_or_else(|| lang.viewing_by_family().to_owned());
            let said = lang.viewing_line(lang.viewing_step(step.step), &lang.day(step.on), &by);
            let day = step.day.map(|day| format!(" {}", lang.viewing_for(&lang.day(day))));
            view! { <li>{said}{day}" "{step.words.clone()}</li> }
        })
        .collect();
    view! {
        <section data-viewing=one.state.key()>
            <h2>{lang.viewing_state(one.state)}</h2>
            <p>{offered}" "{way}</p>
            {support}
            <ul>{steps}</ul>
        </section>
    }
    .into_any()
}

fn offer(lang: Lang, view: &ViewingsView, draft: &Draft) -> AnyView {
    let receivers = choices(&view.receivers, Receiver::key, |receiver| lang.receiver(receiver));
    let ways = choices(&ViewingWay::ALL, ViewingWay::key, |way| lang.viewing_way(way));
    let [receiver, way, on, answer_by, name, phone] =
        ["receiver", "way", "on", "answer_by", "support_name", "support_phone"].map(|name| draft.field(name));
    let state = LetterState::found();
    let letter = state.section(lang, draft.problems());
    let look = state.button(lang);
    view! {
        <section>
            <h2>{lang.viewing_offer()}</h2>
            <Form>
                <input type="hidden" name="act" value="offer"/>
                <Choices of=receiver choices=receivers/>
                <Choices of=way choices=ways/>
                <Field of=on kind="date"/>
                <Field of=answer_by.optional() kind="date"/>
                <Field of=name.optional()/>
                <Field of=phone.optional() kind="tel"/>
                {letter}
                <div class="bwc-act-send">{look}<Button name="go" value="send">{lang.viewing_offer()}</Button></div>
            </Form>
        </section>
    }
    .into_any()
}

fn step_form(lang: Lang, step: ViewingStep, draft: &Draft) -> AnyView {
    let on = draft.field("on");
    let own = if step == ViewingStep::Appoint {
        let [day, time, place] = ["viewing_day", "time", "place"].map(|name| draft.field(name));
        view! { <Field of=day kind="date"/><Field of=time/><TextField of=place rows=2/> }.into_any()
    } else {
        let words = draft.field("words");
        let words = if matches!(step, ViewingStep::Accept | ViewingStep::Decline) {
            words.optional()
        } else {
            words
        };
        view! { <TextField of=words rows=3/> }.into_any()
    };
    view! {
        <section>
            <h2>{lang.viewing_step(step)}</h2>
            <Form>
                <input type="hidden" name="act" value=step.key()/>
                <Field of=on kind="date"/>
                {own}
                <Button>{lang.viewing_step(step)}</Button>
            </Form>
        </section>
    }
    .into_any()
}
