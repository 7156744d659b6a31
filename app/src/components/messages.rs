//! Words between requester and custodian, oldest first.

use leptos::prelude::*;
use office::{Lang, views::MessageView};

use super::{Day, PaperList, PaperReader};
use texts::CommonWords;

use crate::context::lang;

/// Who wrote a message, in the reader's words.
#[derive(Clone, Debug)]
pub struct Byline {
    /// Name of the writer's part.
    pub by: &'static str,
    /// What the message did, where the reader needs that too.
    pub act: Option<&'static str>,
    /// Whether the reader wrote it.
    pub mine: bool,
}

/// All messages, under a title.
#[component]
pub fn Messages(
    /// Title of the section.
    title: &'static str,
    /// What stands there while nobody has written.
    none: &'static str,
    /// The messages.
    messages: Vec<MessageView>,
    /// Says who wrote each.
    byline: fn(Lang, &MessageView) -> Byline,
    /// Who reads them, and opens the files that came with them.
    reader: PaperReader,
) -> impl IntoView {
    let lang = lang();
    let items: Vec<_> = messages
        .into_iter()
        .map(|message| view! { <MessageItem byline=byline(lang, &message) message reader=reader.clone()/> })
        .collect();
    let none = items.is_empty().then(|| view! { <p>{none}</p> });
    view! {
        <section>
            <h2 id="messages">{title}</h2>
            {none}
            <ol class="bwc-messages">{items}</ol>
        </section>
    }
}

#[component]
fn MessageItem(byline: Byline, message: MessageView, reader: PaperReader) -> impl IntoView {
    let Byline { by, act, mine } = byline;
    let lang = lang();
    let act = act.map(|act| format!(" · {act}"));
    // Nobody sends an empty message.
    let text = if message.text.is_empty() {
        lang.message_erased().to_owned()
    } else {
        message.text
    };
    let taken_back = message
        .taken_back
        .map(|day| view! { <p class="bwc-soft" data-taken-back>{lang.message_taken_back(day)}</p> });
    view! {
        <li class="bwc-message" class:bwc-message--mine=mine>
            <p class="bwc-message__by"><strong>{by}</strong>", "<Day date=message.on short=true/>{act}</p>
            {taken_back}
            <p class="bwc-message__text">{text}</p>
            <PaperList papers=message.papers reader/>
        </li>
    }
}
