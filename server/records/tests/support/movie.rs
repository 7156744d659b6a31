//! MP4 files as cameras and editing programs write them, drawn by hand: what is in them beside picture and sound is told
//! box by box.

/// A box.
pub fn boxed(kind: &[u8], inside: &[u8]) -> Vec<u8> {
    let length = u32::try_from(inside.len() + 8).expect("a small box");
    [length.to_be_bytes().as_slice(), kind, inside].concat()
}

/// A box with version and flags, both zero.
pub fn full(kind: &[u8], inside: &[u8]) -> Vec<u8> {
    boxed(kind, &[&[0; 4], inside].concat())
}

fn words(all: &[u32]) -> Vec<u8> {
    all.iter().flat_map(|word| word.to_be_bytes()).collect()
}

/// A unit of H.264 with its length before it.
pub fn unit(kind: u8, inside: &[u8]) -> Vec<u8> {
    let length = u32::try_from(inside.len() + 1).expect("a small unit");
    [length.to_be_bytes().as_slice(), &[0x60 | kind], inside].concat()
}

/// A track.
#[derive(Clone, Debug)]
pub struct DraftTrack {
    /// `vide`, `soun` or another.
    pub handler: [u8; 4],
    /// Name of the handler.
    pub name: &'static str,
    /// The sample entry.
    pub entry: Vec<u8>,
    /// The samples.
    pub samples: Vec<Vec<u8>>,
    /// How often each is there.
    pub times: u32,
    /// How long each lasts, in milliseconds.
    pub each_ms: u32,
    /// Edits: their length and where they begin, in milliseconds; `-1` for none of the track.
    pub edits: Vec<(u32, i32)>,
    /// More boxes in `trak`.
    pub more: Vec<u8>,
}

/// A sample entry of H.264 with a profile.
pub fn avc(profile: u8) -> Vec<u8> {
    let mut visual = vec![0; 78];
    visual[7] = 1;
    visual[24..28].copy_from_slice(&[1, 64, 0, 180]);
    visual[41] = 1;
    visual[75] = 0x18;
    visual[76..78].copy_from_slice(&[0xFF, 0xFF]);
    let (sps, pps) = ([0x67, profile, 0, 30, 0x95], [0x68, 0xCE]);
    let config = [&[1, profile, 0, 30, 0xFF, 0xE1, 0, 5][..], &sps, &[1, 0, 2], &pps];
    boxed(b"avc1", &[visual, boxed(b"avcC", &config.concat())].concat())
}

/// Any sample entry of a picture.
pub fn picture_entry(kind: &[u8]) -> Vec<u8> {
    boxed(kind, &[0; 78])
}

/// A sample entry of AAC LC, 44,100 Hz, two channels.
pub fn aac() -> Vec<u8> {
    let mut audio = vec![0; 28];
    audio[7] = 1;
    audio[17] = 2;
    audio[19] = 16;
    audio[24..26].copy_from_slice(&44_100_u16.to_be_bytes());
    let config = [
        0x04, 17, 0x40, 0x15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x05, 2, 0x12, 0x10,
    ];
    let stream = [&[0x03, 25, 0, 1, 0][..], &config, &[0x06, 1, 2]].concat();
    boxed(b"mp4a", &[audio, full(b"esds", &stream)].concat())
}

impl DraftTrack {
    /// A picture of one sample.
    pub fn picture(ms: u32, bytes: &[u8]) -> Self {
        Self {
            handler: *b"vide",
            name: "",
            entry: avc(100),
            samples: vec![unit(5, bytes)],
            times: 1,
            each_ms: ms,
            edits: Vec::new(),
            more: Vec::new(),
        }
    }

    /// A sound of one sample.
    pub fn sound(ms: u32, bytes: &[u8]) -> Self {
        Self {
            handler: *b"soun",
            entry: aac(),
            samples: vec![bytes.to_vec()],
            ..Self::picture(ms, b"")
        }
    }

    fn count(&self) -> u32 {
        u32::try_from(self.samples.len()).expect("few samples") * self.times
    }

    fn each(&self) -> impl Iterator<Item = &Vec<u8>> {
        let times = self.times as usize;
        self.samples
            .iter()
            .flat_map(move |sample| std::iter::repeat_n(sample, times))
    }

    fn ms(&self) -> u32 {
        self.each_ms * self.count()
    }

    fn drawn(&self, number: u32, at: u64, created: u32) -> Vec<u8> {
        let samples = self.count();
        let sizes = self
            .each()
            .map(|sample| u32::try_from(sample.len()).expect("a small sample"));
        let sizes: Vec<u32> = [0, samples].into_iter().chain(sizes).collect();
        let mut tkhd = words(&[created, created, number, 0, self.ms()]);
        tkhd.resize(80, 0);
        tkhd[36] = 0;
        tkhd[37] = 1;
        tkhd[53] = 1;
        tkhd[68] = 0x40;
        let mut hdlr = [&[0; 4], self.handler.as_slice(), &[0; 12], self.name.as_bytes(), &[0]].concat();
        hdlr.truncate(21 + self.name.len());
        let edits = u32::try_from(self.edits.len()).expect("few edits");
        let each = self
            .edits
            .iter()
            .flat_map(|(ms, from)| [ms.to_be_bytes(), from.to_be_bytes(), 0x0001_0000_u32.to_be_bytes()].concat());
        let elst = words(&[edits]).into_iter().chain(each).collect::<Vec<u8>>();
        let edit_box = if self.edits.is_empty() {
            Vec::new()
        } else {
            boxed(b"edts", &full(b"elst", &elst))
        };
        let stbl = [
            full(b"stsd", &[words(&[1]), self.entry.clone()].concat()),
            full(b"stts", &words(&[1, samples, self.each_ms])),
            full(b"stsc", &words(&[1, 1, samples, 1])),
            full(b"stsz", &words(&sizes)),
            full(b"co64", &[words(&[1]), at.to_be_bytes().to_vec()].concat()),
        ];
        let url = boxed(b"url ", &[0, 0, 0, 1]);
        let minf = [
            boxed(b"dinf", &full(b"dref", &[words(&[1]), url].concat())),
            boxed(b"stbl", &stbl.concat()),
        ];
        let mdhd = [words(&[created, created, 1_000, self.ms()]), vec![0x55, 0xC4, 0, 0]].concat();
        let mdia = [
            full(b"mdhd", &mdhd),
            full(b"hdlr", &hdlr),
            boxed(b"minf", &minf.concat()),
        ];
        let trak = [
            full(b"tkhd", &tkhd),
            edit_box,
            boxed(b"mdia", &mdia.concat()),
            self.more.clone(),
        ];
        boxed(b"trak", &trak.concat())
    }
}

/// A movie.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Its tracks.
    pub tracks: Vec<DraftTrack>,
    /// When it was made, in seconds since 1904.
    pub created: u32,
    /// More boxes in `moov`.
    pub more: Vec<u8>,
    /// More boxes after `moov`.
    pub beside: Vec<u8>,
    /// Bytes after the samples that no track uses.
    pub unused: Vec<u8>,
}

impl Draft {
    /// Of a picture alone.
    pub fn of(picture: DraftTrack) -> Self {
        Self {
            tracks: vec![picture],
            ..Self::default()
        }
    }

    /// What comes before picture and sound, if these begin at a place.
    pub fn head(&self, mut at: u64) -> Vec<u8> {
        let longest = self.tracks.iter().map(DraftTrack::ms).max().unwrap_or_default();
        let mut mvhd = words(&[self.created, self.created, 1_000, longest]);
        mvhd.resize(96, 0);
        let mut moov = full(b"mvhd", &mvhd);
        for (number, track) in (1..).zip(&self.tracks) {
            moov.extend(track.drawn(number, at, self.created));
            at += track.each().map(|sample| sample.len() as u64).sum::<u64>();
        }
        moov.extend(&self.more);
        [
            boxed(b"ftyp", b"isom\0\0\0\0isom"),
            boxed(b"moov", &moov),
            self.beside.clone(),
        ]
        .concat()
    }

    /// Picture and sound.
    pub fn data(&self) -> Vec<u8> {
        let samples = self.tracks.iter().flat_map(|track| track.each().flatten().copied());
        samples.chain(self.unused.iter().copied()).collect()
    }

    /// The whole file.
    pub fn file(&self) -> Vec<u8> {
        let head = self.head(0).len() as u64;
        [self.head(head + 8), boxed(b"mdat", &self.data())].concat()
    }
}
