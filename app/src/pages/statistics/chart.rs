//! Charts as SVG, drawn on the server. Colors are the style sheet's, so that both themes have them.

use leptos::prelude::*;
use office::Lang;
use statistics::{
    Cell, Durations, Public, Quantile,
    chart::{Anchor, Bar, Chart, Mark, Shape, StepWords, bars, steps},
    words,
};
use texts::StatisticsWords;

/// The table's rows as bars, a goal as a line across them.
pub fn bar_chart(lang: Lang, table: &Public, goal: Option<u64>) -> impl IntoView + use<> {
    let label = goal.map(|goal| lang.stat_goal(goal)).unwrap_or_default();
    let goal = goal.map(|goal| (goal, label.as_str()));
    let mut rows = bars_of(lang, table);
    if goal.is_some() {
        // The goal's own row is the last, and is drawn as the line.
        rows.pop();
    }
    svg(&bars(&rows, goal), lang.stat_chart(lang.stat_table(table.key)))
}

/// A bar for each row, of its total.
fn bars_of(lang: Lang, table: &Public) -> Vec<Bar> {
    let sum = |index: usize| {
        let total = table.row_totals.get(index);
        total.or_else(|| table.cells.get(index)?.first()).copied()
    };
    let bar = |(index, label): (usize, &statistics::table::Label)| {
        let cell = sum(index).unwrap_or(Cell::Hidden);
        Bar {
            name: lang.pick(label.name.clone()),
            cell,
            value: lang.pick(words::cell(cell)),
        }
    };
    table.rows.iter().enumerate().map(bar).collect()
}

/// The curve of those still waiting; none while there are too few to draw it.
pub fn curve_chart(lang: Lang, shown: &Durations, caption: &str) -> Option<impl IntoView + use<>> {
    let mark = |quantile: Quantile, waiting: u8, name: &'static str| match quantile {
        Quantile::Days(days) => Some(Mark { waiting, days, name }),
        Quantile::NotReached | Quantile::TooFew => None,
    };
    let marks = [mark(shown.median, 50, "50%"), mark(shown.ninetieth, 10, "90%")];
    let marks: Vec<Mark<'_>> = marks.into_iter().flatten().collect();
    let said = StepWords {
        share: lang.stat_share_waiting(),
        days: lang.stat_days_since(),
    };
    let title = lang.stat_chart(caption);
    (!shown.steps.is_empty()).then(|| svg(&steps(&shown.steps, &marks, said), title))
}

/// A chart with a title for who does not see it.
fn svg(chart: &Chart, title: String) -> impl IntoView + use<> {
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
