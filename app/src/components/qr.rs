//! QR codes.

use std::fmt::Write;

use fast_qr::QRBuilder;
use leptos::prelude::*;

/// A QR code as drawing, black on white in every theme; nothing if the text is too long for one.
#[component]
pub fn Qr(
    /// What it holds.
    #[prop(into)]
    text: String,
    /// What it is for, said to those who do not see it.
    #[prop(into)]
    title: String,
) -> impl IntoView {
    QRBuilder::new(text).build().ok().map(|code| {
        let side = code.size + 2 * QUIET;
        view! {
            <svg class="bwc-qr" role="img" viewBox=format!("0 0 {side} {side}") aria-label=title shape-rendering="crispEdges">
                <rect width="100%" height="100%" fill="#fff"/>
                <path fill="#000" d=dark(&code)/>
            </svg>
        }
    })
}

/// White modules around the code (ISO/IEC 18004 asks for four).
const QUIET: usize = 4;

/// The dark modules, runs of them in one stroke.
fn dark(code: &fast_qr::QRCode) -> String {
    let mut path = String::new();
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let run = (x..code.size).take_while(|x| code[y][*x].value()).count();
            if run > 0 {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    path
}
