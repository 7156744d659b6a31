//! Pseudo-random choices that are the same for the same seed.

/// The random choices of one request (`SplitMix64`).
#[derive(Clone)]
pub(super) struct Random(u64);

impl Random {
    /// The choices of this request under a seed.
    pub(super) fn of(seed: u64, number: u32) -> Self {
        let mut chance = Self(seed ^ u64::from(number).wrapping_mul(0xA076_1D64_78BD_642F));
        chance.next();
        chance
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is not 0.
    pub(super) fn below(&mut self, end: u32) -> u32 {
        let drawn = self.next() % u64::from(end.max(1));
        u32::try_from(drawn).unwrap_or_default()
    }

    /// Whether a chance of so many in a hundred comes true.
    pub(super) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    /// One of some; `from` is not empty.
    pub(super) fn one<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let place = self.below(u32::try_from(from.len()).unwrap_or(u32::MAX));
        &from[usize::try_from(place).unwrap_or_default()]
    }

    /// 128 bits in hexadecimal.
    pub(super) fn hex(&mut self) -> String {
        format!("{:016x}{:016x}", self.next(), self.next())
    }
}
