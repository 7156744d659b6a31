//! The figures against a small world worked out by hand, and against a second, naive count of random
//! worlds that the law's own rules have played.

mod by_hand;
mod naive;
mod notices;
mod random;
mod support;
mod totals;
