//! Slices of lists.

use app::api::common::PageInfo;

/// How many entries a page of a list has.
pub const PAGE_SIZE: u32 = 25;

/// The page asked for, or the nearest one there is.
#[must_use]
pub fn page_of(asked: u32, size: u32, total: u64) -> PageInfo {
    let page = PageInfo { number: asked.max(1), size, total };
    PageInfo { number: page.number.min(page.pages()), ..page }
}

/// How many entries come before a page.
#[must_use]
pub fn offset(page: PageInfo) -> u64 {
    u64::from(page.number.saturating_sub(1)) * u64::from(page.size)
}

/// The entries of a page out of all of them.
pub fn slice<T>(all: impl IntoIterator<Item = T>, page: PageInfo) -> Vec<T> {
    let before = usize::try_from(offset(page)).unwrap_or(usize::MAX);
    all.into_iter().skip(before).take(page.size as usize).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(0, 60, 1)]
    #[case(2, 60, 2)]
    #[case(9, 60, 3)]
    #[case(9, 0, 1)]
    fn a_page_that_is_not_there_is_the_nearest_one(#[case] asked: u32, #[case] total: u64, #[case] expected: u32) {
        let page = page_of(asked, PAGE_SIZE, total);
        assert_eq!(page.number, expected);
        assert_eq!(slice(0..total, page).first().copied(), (total > 0).then(|| offset(page)));
    }
}
