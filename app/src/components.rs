//! Parts of pages. Each goes with the style file of its name in `style/components/`.

mod layout;
mod safe_textarea;

pub use layout::Layout;
pub use safe_textarea::SafeTextarea;
