//! One's own account: password, sessions, second factor.

use leptos::prelude::*;
use office::{
    forms::{OwnAccountForm, OwnAct, PASSWORD_MIN},
    views::{Enrollment, OwnAccount},
};
use texts::{AccountWords, LawWords, StaffWords, StatusWords};

use super::signed_in;
use crate::{
    components::{
        Banner, Button, ButtonKind, Draft, Field, Form, FormProblems, Inset, Layout, Qr, SummaryList, SummaryRow, Tone,
    },
    context::{RecoveryCodes, lang, load, office, query},
};

/// What the ids of the form begin with by which a second factor is begun.
const BEGIN: &str = "begin-";

/// One's own account.
#[component]
pub fn OwnAccountPage() -> impl IntoView {
    let (office, staff) = (office(), signed_in());
    load(
        async move { office.own_account(&staff?).await },
        |own| match use_context::<RecoveryCodes>() {
            Some(RecoveryCodes(codes)) => view! { <NewCodes codes/> }.into_any(),
            None => view! { <Own own/> }.into_any(),
        },
    )
}

/// Recovery codes, once.
#[component]
fn NewCodes(codes: Vec<String>) -> impl IntoView {
    let lang = lang();
    let codes = codes
        .into_iter()
        .map(|code| view! { <li><code class="bwc-code bwc-code--small" translate="no" data-recovery-code=code.clone()>{code.clone()}</code></li> })
        .collect_view();
    view! {
        <Layout title=lang.codes_title()>
            <h1>{lang.codes_title()}</h1>
            <p>{lang.codes_intro()}</p>
            <ul>{codes}</ul>
            <p><a href=lang.path("/staff/account")>{lang.codes_onward()}</a></p>
        </Layout>
    }
}

#[component]
fn Own(own: OwnAccount) -> impl IntoView {
    let lang = lang();
    let draft = Draft::refused_or(OwnAccountForm::default, |lang, name| match name {
        "current" => (lang.own_current(), None),
        "password" => (lang.own_new(), None),
        "again" => (lang.own_again(), None),
        "act" => (lang.factor_remove(), None),
        _ => (lang.factor_code(), Some(lang.factor_first_hint())),
    });
    let sent = OwnAct::parse(&draft.value("act")).filter(|_| draft.failed());
    // Beginning asks for the password, as another form of the page does.
    let draft = match sent {
        Some(OwnAct::Begin) => draft.with_ids(BEGIN),
        _ => draft,
    };
    let failed = draft.failed();
    let done = (query("done") == "1" && !failed)
        .then(|| view! { <Banner title=lang.done_title() tone=Tone::Open><p>{lang.own_done()}</p></Banner> });
    let mail = own.daily_mail.map(|on| view! { <DailyMail on/> });
    let must_enroll = own.factor_required && !own.account.second_factor;
    let staff = own.account.staff.clone();
    let officer = staff
        .officer
        .map(|officer| view! { <SummaryRow name=lang.accounts_officer()>{officer}</SummaryRow> });
    let of = |act: OwnAct| draft.of_form(sent == Some(act), &OwnAccountForm::default());
    let password = of(OwnAct::Password);
    let factor = match own.enrollment {
        None => of(OwnAct::Begin).with_ids(BEGIN),
        Some(_) => of(OwnAct::Enroll),
    };
    let removal = of(OwnAct::Remove);
    let rest = (!must_enroll).then(|| view! { <PasswordAndSessions draft=password/> });
    view! {
        <Layout title=lang.own_title() failed>
            <FormProblems draft=draft.clone()/>
            {done}
            <h1>{lang.own_title()}</h1>
            <SummaryList>
                <SummaryRow name=lang.accounts_name()>{staff.name}</SummaryRow>
                <SummaryRow name=lang.accounts_email()>{staff.email}</SummaryRow>
                <SummaryRow name=lang.accounts_role()>{lang.role(staff.role)}</SummaryRow>
                {officer}
            </SummaryList>
            <h2>{lang.accounts_factor()}</h2>
            <Factor own draft=factor removal/>
            {mail}
            {rest}
        </Layout>
    }
}

/// The daily mail of what is due: on, or off.
#[component]
fn DailyMail(on: bool) -> impl IntoView {
    let lang = lang();
    let (words, act, button) = if on {
        (lang.daily_mail_on(), OwnAct::MailOff, lang.daily_mail_stop())
    } else {
        (lang.daily_mail_off(), OwnAct::MailOn, lang.daily_mail_start())
    };
    view! {
        <h2>{lang.daily_mail_title()}</h2>
        <p>{words}</p>
        <Form opens=true>
            <input type="hidden" name="act" value=act.key()/>
            <Button kind=ButtonKind::Second>{button}</Button>
        </Form>
    }
}

#[component]
fn Factor(own: OwnAccount, draft: Draft, removal: Draft) -> impl IntoView {
    if own.account.second_factor {
        let removable = !own.factor_required;
        return view! { <Enrolled left=own.recovery_codes removable removal/> }.into_any();
    }
    let lang = lang();
    let why = if own.factor_required {
        view! { <Banner title=lang.accounts_factor() tone=Tone::Waiting><p>{lang.factor_required()}</p></Banner> }
            .into_any()
    } else {
        view! { <p>{lang.factor_none()}</p> }.into_any()
    };
    let form = match own.enrollment {
        Some(enrollment) => view! { <FirstCode enrollment draft/> }.into_any(),
        None => view! { <Begin draft/> }.into_any(),
    };
    view! {
        {why}
        {form}
    }
    .into_any()
}

/// Beginning asks for the password.
#[component]
fn Begin(draft: Draft) -> impl IntoView {
    let lang = lang();
    view! {
        <Form opens=true>
            <input type="hidden" name="act" value=OwnAct::Begin.key()/>
            <Field of=draft.field("current") kind="password" autocomplete="current-password"/>
            <Button kind=ButtonKind::Second>{lang.factor_begin()}</Button>
        </Form>
    }
}

#[component]
fn FirstCode(enrollment: Enrollment, draft: Draft) -> impl IntoView {
    let lang = lang();
    let key = enrollment.typed.clone();
    view! {
        <p>{lang.factor_scan()}</p>
        <Qr text=enrollment.url title=lang.factor_picture()/>
        <p>
            {lang.factor_key()}": "
            <code class="bwc-code bwc-code--small bwc-code--hash" translate="no" data-factor-key=key.clone()>{key.clone()}</code>
        </p>
        <Form opens=true>
            <input type="hidden" name="act" value=OwnAct::Enroll.key()/>
            <Field of=draft.field("code") autocomplete="one-time-code" inputmode="numeric" code=true/>
            <Button>{lang.factor_enroll()}</Button>
        </Form>
    }
}

#[component]
fn Enrolled(left: u64, removable: bool, removal: Draft) -> impl IntoView {
    let lang = lang();
    // That it cannot be taken away has no field to stand at.
    let barred = removal
        .field("act")
        .error
        .map(|error| view! { <p class="bwc-field__error" id="act">{error}</p> });
    let remove = removable.then(|| {
        view! {
            <Form opens=true>
                <input type="hidden" name="act" value=OwnAct::Remove.key()/>
                <Button kind=ButtonKind::Stop>{lang.factor_remove()}</Button>
            </Form>
        }
    });
    view! {
        <Inset><p>{lang.factor_yes(left)}</p></Inset>
        <p>{lang.factor_codes_hint()}</p>
        <Form opens=true>
            <input type="hidden" name="act" value=OwnAct::Codes.key()/>
            <Button kind=ButtonKind::Second>{lang.factor_codes()}</Button>
        </Form>
        {barred}
        {remove}
    }
}

#[component]
fn PasswordAndSessions(draft: Draft) -> impl IntoView {
    let lang = lang();
    let password = draft.field("password").hint(lang.first_password_hint(PASSWORD_MIN));
    view! {
        <h2>{lang.own_password()}</h2>
        <p>{lang.own_password_intro()}</p>
        <Form opens=true>
            <input type="hidden" name="act" value=OwnAct::Password.key()/>
            <Field of=draft.field("current") kind="password" autocomplete="current-password"/>
            <Field of=password kind="password" autocomplete="new-password"/>
            <Field of=draft.field("again") kind="password" autocomplete="new-password"/>
            <Button>{lang.own_password()}</Button>
        </Form>
        <h2>{lang.own_sign_out()}</h2>
        <p>{lang.own_sign_out_hint()}</p>
        <Form opens=true>
            <input type="hidden" name="act" value=OwnAct::SignOut.key()/>
            <Button kind=ButtonKind::Second>{lang.own_sign_out()}</Button>
        </Form>
    }
}
