//! AAC (ISO/IEC 14496-3, 4.4.2): what stands in a packet before its sound.
//!
//! A packet is a row of elements. Those of sound are Huffman coded, and where one ends is known only to who decodes it; so
//! nobody looks behind the first of them. What stands before it is no sound: data streams, fillings and comments, where
//! encoders write their names and other programs whatever they like. It is overwritten with zeros in its place, so that
//! nothing else moves. The sound is the same; a hint how far to level it (dynamic range control) goes too.

/// Elements, by the three bits that name them (table 4.85).
const DATA_STREAM: u32 = 4;
const CONFIGURATION: u32 = 5;
const FILL: u32 = 6;
const END: u32 = 7;

/// Bits of a packet.
struct Bits<'a> {
    packet: &'a mut [u8],
    at: usize,
    /// How many bytes held something else before they were overwritten.
    emptied: u64,
}

impl Bits<'_> {
    const fn all(&self) -> usize {
        self.packet.len() * 8
    }

    /// The next bits as a number; `None` where the packet ends before.
    fn read(&mut self, bits: usize) -> Option<u32> {
        let mut number = 0;
        for place in self.at..self.at + bits {
            let byte = self.packet.get(place / 8)?;
            number = (number << 1) | u32::from(byte >> (7 - place % 8) & 1);
        }
        self.at += bits;
        Some(number)
    }

    fn pass(&mut self, bits: usize) -> Option<()> {
        self.at += bits;
        (self.at <= self.all()).then_some(())
    }

    /// Goes on at a byte, counted from the beginning of the packet.
    const fn align(&mut self) {
        self.at = self.at.div_ceil(8) * 8;
    }

    /// Overwrites the next bits with zeros, as far as the packet goes.
    fn empty(&mut self, bits: usize) {
        let end = self.at.saturating_add(bits).min(self.all());
        while self.at < end {
            let (first, last) = (self.at % 8, (end - self.at + self.at % 8).min(8));
            let mask = (0xFF_u32 >> first) & !(0xFF_u32 >> last);
            let mask = u8::try_from(mask & 0xFF).unwrap_or(u8::MAX);
            if let Some(byte) = self.packet.get_mut(self.at / 8) {
                self.emptied += u64::from(*byte & mask != 0);
                *byte &= !mask;
            }
            self.at += last - first;
        }
    }

    /// The elements before the first one of sound.
    fn before_the_sound(&mut self) -> Option<()> {
        loop {
            match self.read(3)? {
                DATA_STREAM => {
                    self.pass(4)?;
                    let aligned = self.read(1)? == 1;
                    let mut bytes = self.read(8)?;
                    if bytes == 255 {
                        bytes += self.read(8)?;
                    }
                    if aligned {
                        self.align();
                    }
                    self.empty(bytes as usize * 8);
                }
                FILL => {
                    let mut bytes = self.read(4)?;
                    if bytes == 15 {
                        bytes = 14 + self.read(8)?;
                    }
                    self.empty(bytes as usize * 8);
                }
                CONFIGURATION => self.configuration()?,
                END => {
                    self.empty(usize::MAX);
                    return None;
                }
                _ => return None,
            }
        }
    }

    /// Which channels there are (table 4.2), and a comment.
    fn configuration(&mut self) -> Option<()> {
        self.pass(4 + 2 + 4)?;
        let mut channels = 0;
        for bits in [4, 4, 4] {
            channels += self.read(bits)? * 5;
        }
        for bits in [2, 3] {
            channels += self.read(bits)? * 4;
        }
        channels += self.read(4)? * 5;
        for bits in [4, 4, 3] {
            if self.read(1)? == 1 {
                self.pass(bits)?;
            }
        }
        self.pass(channels as usize)?;
        self.align();
        let comment = self.read(8)?;
        self.empty(comment as usize * 8);
        Some(())
    }
}

/// Overwrites what stands before the sound of a packet; how many of its bytes held something else.
pub fn empty_what_is_no_sound(packet: &mut [u8]) -> u64 {
    let mut bits = Bits {
        packet,
        at: 0,
        emptied: 0,
    };
    // Where the packet ends before an element does, nothing of it is heard.
    let _ = bits.before_the_sound();
    bits.emptied
}

/// Whether nothing but zeros stands before the sound of a packet.
pub fn is_clean(packet: &[u8]) -> bool {
    empty_what_is_no_sound(&mut packet.to_vec()) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bits, most significant first, filled up to a byte.
    #[derive(Default)]
    struct Draft(Vec<bool>);

    impl Draft {
        fn put(mut self, number: u32, bits: usize) -> Self {
            self.0.extend((0..bits).rev().map(|place| number >> place & 1 == 1));
            self
        }

        fn text(self, words: &[u8]) -> Self {
            words.iter().fold(self, |draft, byte| draft.put(u32::from(*byte), 8))
        }

        fn align(mut self) -> Self {
            self.0.resize(self.0.len().div_ceil(8) * 8, false);
            self
        }

        fn packet(self) -> Vec<u8> {
            let bits = self.align().0;
            let byte = |bits: &[bool]| bits.iter().fold(0, |byte, bit| byte << 1 | u8::from(*bit));
            bits.chunks(8).map(byte).collect()
        }
    }

    /// The beginning of a sound of one channel; its bits are left as they are.
    fn sound(draft: Draft) -> Vec<u8> {
        draft.put(0, 3).put(5, 4).text(b"sound itself").packet()
    }

    fn emptied(packet: &[u8]) -> (Vec<u8>, u64) {
        let mut left = packet.to_vec();
        let count = empty_what_is_no_sound(&mut left);
        assert!(is_clean(&left) && left.len() == packet.len());
        (left, count)
    }

    #[test]
    fn what_programs_write_before_the_sound_is_emptied_and_the_sound_stays() {
        let fill = |words: &[u8]| {
            let bytes = u32::try_from(words.len()).unwrap();
            match bytes {
                0..15 => Draft::default().put(FILL, 3).put(bytes, 4),
                _ => Draft::default().put(FILL, 3).put(15, 4).put(bytes - 14, 8),
            }
            .text(words)
        };
        let stream = |aligned: u32, words: &[u8]| {
            let bytes = u32::try_from(words.len()).unwrap();
            let head = Draft::default().put(DATA_STREAM, 3).put(2, 4).put(aligned, 1);
            let head = match bytes {
                0..255 => head.put(bytes, 8),
                _ => head.put(255, 8).put(bytes - 255, 8),
            };
            let head = if aligned == 1 { head.align() } else { head };
            head.text(words)
        };
        let configuration = |words: &[u8]| {
            Draft::default()
                .put(CONFIGURATION, 3)
                .put(0, 4)
                .put(1, 2)
                .put(4, 4)
                // One channel in front, a single one, none elsewhere, a mono mixdown.
                .put(1, 4)
                .put(0, 4 + 4 + 2 + 3 + 4)
                .put(1, 1)
                .put(0, 4 + 1 + 1)
                .put(0, 5)
                .align()
                .put(u32::try_from(words.len()).unwrap(), 8)
                .text(words)
        };
        let (short, long, longer) = (b"canary", [b'c'; 200], [b'c'; 400]);
        for (hidden, bytes) in [
            (fill(short), 6),
            (fill(&long), 200),
            (stream(0, short), 6),
            (stream(1, &longer), 400),
            (configuration(short), 6),
        ] {
            let words = hidden.0.len();
            let (left, count) = emptied(&sound(Draft(hidden.0.clone())));
            // Where it does not begin at a byte, it shares one more.
            assert!(count == bytes || count == bytes + 1, "{count} of {bytes}");
            let bits = left
                .iter()
                .flat_map(|byte| (0..8).rev().map(move |place| byte >> place & 1 == 1));
            let rest = Draft(bits.skip(words).collect());
            assert_eq!(rest.packet()[..10], sound(Draft::default())[..10]);
        }
    }

    #[test]
    fn several_elements_an_end_and_what_is_cut_off_are_emptied_too() {
        let both = Draft::default()
            .put(FILL, 3)
            .put(2, 4)
            .text(b"ab")
            .put(DATA_STREAM, 3)
            .put(0, 4 + 1)
            .put(2, 8)
            .text(b"cd");
        let ends = Draft(both.0.clone()).put(END, 3).text(b"after the end");
        let (left, count) = emptied(&ends.packet());
        assert!(count > 15 && !left.windows(2).any(|two| two == b"en"));
        assert!(emptied(&sound(both)).1 >= 4);
        let cut = Draft::default()
            .put(DATA_STREAM, 3)
            .put(0, 5)
            .put(90, 8)
            .text(b"less than that");
        assert_eq!(emptied(&cut.packet()).1, 14);
        for nothing in [&b""[..], &[0xC0], &[0x80, 0xFF], &[0xA0], &[0xFF]] {
            emptied(nothing);
        }
        // A sound alone is left alone.
        assert_eq!(emptied(&sound(Draft::default())), (sound(Draft::default()), 0));
    }
}
