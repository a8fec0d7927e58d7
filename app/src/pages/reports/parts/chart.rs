//! Drawings in plain SVG attributes. Each has a title and a description in words; the numbers stand in a table beside.

use leptos::prelude::*;

/// A column of a chart: its label, and up to two bars drawn over each other, the wider meaning behind.
pub(in super::super) struct Column {
    /// Below the column.
    pub label: String,
    /// The bar behind: class and value.
    pub behind: Option<(&'static str, u32)>,
    /// The bar in front: class and value.
    pub front: (&'static str, u32),
}

const STEP: u32 = 72;
const BAR: u32 = 40;
const HEIGHT: u32 = 72;
const TOP: u32 = 16;
const BOTTOM: u32 = 18;

/// How high a bar is drawn; what is not zero is always seen.
fn height(value: u32, most: u32) -> u32 {
    let scaled = u64::from(value) * u64::from(HEIGHT) / u64::from(most.max(1));
    u32::try_from(scaled).unwrap_or(HEIGHT).max(u32::from(value > 0) * 2)
}

fn bar(index: u32, (class, value): (&'static str, u32), most: u32) -> impl IntoView {
    let height = height(value, most);
    let (x, y) = (index * STEP + (STEP - BAR) / 2, TOP + HEIGHT - height);
    view! { <rect class=class x=x.to_string() y=y.to_string() width=BAR.to_string() height=height.to_string() /> }
}

/// A chart of columns. `id` makes the ids of its title and description.
pub(in super::super) fn columns(id: &str, title: String, description: String, columns: &[Column]) -> impl IntoView + use<> {
    let values = columns.iter().flat_map(|column| [column.front.1, column.behind.map_or(0, |(_, value)| value)]);
    let most = values.max().unwrap_or(0);
    let draw = |(column, index): (&Column, u32)| {
        let middle = (index * STEP + STEP / 2).to_string();
        let top = TOP + HEIGHT - height(column.behind.map_or(column.front.1, |(_, value)| value.max(column.front.1)), most);
        let number = column.behind.map_or_else(|| column.front.1.to_string(), |(_, all)| format!("{} / {all}", column.front.1));
        view! {
            {column.behind.map(|behind| bar(index, behind, most))}
            {bar(index, column.front, most)}
            <text class="report-chart-number" x=middle.clone() y=(top - 4).to_string() text-anchor="middle">{number}</text>
            <text class="report-chart-label" x=middle y=(TOP + HEIGHT + 13).to_string() text-anchor="middle">{column.label.clone()}</text>
        }
    };
    let drawn: Vec<_> = columns.iter().zip(0..).map(draw).collect();
    let width = STEP * u32::try_from(columns.len()).unwrap_or(1);
    let (title_id, text_id) = (format!("{id}-title"), format!("{id}-text"));
    let named = format!("{title_id} {text_id}");
    view! {
        <svg
            class="report-chart"
            role="img"
            viewBox=format!("0 0 {width} {}", TOP + HEIGHT + BOTTOM)
            width=width.to_string()
            height=(TOP + HEIGHT + BOTTOM).to_string()
            aria-labelledby=named
        >
            <title id=title_id>{title}</title>
            <desc id=text_id>{description}</desc>
            <line class="report-chart-base" x1="0" x2=width.to_string() y1=(TOP + HEIGHT).to_string() y2=(TOP + HEIGHT).to_string() />
            {drawn}
        </svg>
    }
}

/// A band of pieces side by side, each as wide as its number. `id` makes the ids of its title and description.
pub(in super::super) fn band(id: &str, title: String, description: String, pieces: &[(String, u32)]) -> impl IntoView + use<> {
    let total: u32 = pieces.iter().map(|(_, value)| value).sum();
    let mut x = 0;
    let draw = |(class, value): &(String, u32)| {
        let start = x;
        x += value;
        view! { <rect class=class.clone() x=start.to_string() y="0" width=value.to_string() height="1" /> }
    };
    let drawn: Vec<_> = pieces.iter().filter(|(_, value)| *value > 0).map(draw).collect();
    let (title_id, text_id) = (format!("{id}-title"), format!("{id}-text"));
    let named = format!("{title_id} {text_id}");
    view! {
        <svg
            class="report-band"
            role="img"
            viewBox=format!("0 0 {} 1", total.max(1))
            preserveAspectRatio="none"
            aria-labelledby=named
        >
            <title id=title_id>{title}</title>
            <desc id=text_id>{description}</desc>
            {drawn}
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_as_high_as_its_share_and_never_invisible() {
        assert_eq!([height(0, 10), height(5, 10), height(10, 10), height(0, 0)], [0, 36, 72, 0]);
        assert_eq!(height(1, 10_000), 2);
    }
}
