//! Charts as SVG, drawn on the server. Colors are the style sheet's, so that both themes have them.

use leptos::prelude::*;
use statistics::chart::{Anchor, Chart, Shape};

/// A chart with a title for who does not see it.
pub fn svg(chart: &Chart, title: String) -> impl IntoView + use<> {
    let shapes: Vec<_> = chart.shapes.iter().map(shape).collect();
    let view_box = format!("0 0 {} {}", chart.width, chart.height);
    view! { <svg class="bwc-chart" viewBox=view_box role="img" aria-label=title>{shapes}</svg> }
}

fn shape(shape: &Shape) -> AnyView {
    let class = |ink: &str| format!("bwc-chart__{ink}");
    let at = |number: &i32| number.to_string();
    match shape {
        Shape::Rect {
            x,
            y,
            width,
            height,
            ink,
        } => view! { <rect class=class(ink.key()) x=at(x) y=at(y) width=at(width) height=at(height)/> }.into_any(),
        Shape::Line { from, to, ink } => {
            let (x1, y1, x2, y2) = (at(&from.0), at(&from.1), at(&to.0), at(&to.1));
            view! { <line class=class(ink.key()) x1=x1 y1=y1 x2=x2 y2=y2/> }.into_any()
        }
        Shape::Path { points, ink } => {
            let points: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
            view! { <polyline class=class(ink.key()) points=points.join(" ")/> }.into_any()
        }
        Shape::Text {
            x,
            y,
            anchor,
            words,
            ink,
        } => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            view! { <text class=class(ink.key()) x=at(x) y=at(y) text-anchor=anchor>{words.clone()}</text> }.into_any()
        }
    }
}
