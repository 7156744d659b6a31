//! The figures of the home page, under the rule of the tables: what is small is hidden, and what would give it away.

use crate::Cell;

/// A whole and parts of it as they are published: hidden is what is under the threshold, and a part that leaves so little of
/// what it is part of that the rest could be counted. Nothing is always shown.
///
/// `of` names for each number the one that it is part of, by its place; the first is part of none.
pub fn published<const N: usize>(numbers: [u64; N], of: [usize; N], threshold: u32) -> [Cell; N] {
    let small = |number: u64| number > 0 && number < u64::from(threshold);
    let mut cells = [Cell::Hidden; N];
    for (place, number) in numbers.into_iter().enumerate() {
        let whole = of.get(place).and_then(|of| numbers.get(*of)).copied().unwrap_or(number);
        let told = number == 0 || !small(number) && !small(whole.saturating_sub(number));
        if let Some(cell) = cells.get_mut(place).filter(|_| told) {
            *cell = Cell::Shown(number);
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::published;
    use crate::Cell::{Hidden, Shown};

    const OF: [usize; 4] = [0, 0, 1, 1];

    #[test]
    fn a_small_number_is_hidden_and_nothing_is_shown() {
        assert_eq!(published([1, 1, 0, 0], OF, 5), [Hidden, Hidden, Shown(0), Shown(0)]);
        assert_eq!(
            published([40, 20, 4, 5], OF, 5),
            [Shown(40), Shown(20), Hidden, Shown(5)]
        );
    }

    #[test]
    fn what_is_left_of_a_whole_gives_no_small_number_away() {
        assert_eq!(
            published([40, 38, 10, 0], OF, 5),
            [Shown(40), Hidden, Shown(10), Shown(0)]
        );
        assert_eq!(
            published([40, 40, 38, 40], OF, 5),
            [Shown(40), Shown(40), Hidden, Shown(40)]
        );
    }
}
