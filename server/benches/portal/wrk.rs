//! Driving `wrk`, and reading what it prints.

use std::{fmt, path::Path, process::Command, time::Duration};

use crate::Outcome;

/// What one run gave.
#[derive(Clone, Copy, Debug)]
pub struct Load {
    /// Answers a second.
    pub rate: f64,
    /// Half of the answers were faster.
    pub p50: Duration,
    /// Of a hundred answers, one was slower.
    pub p99: Duration,
    /// Answers with a status of 400 or more, and broken connections.
    pub bad: u64,
}

impl fmt::Display for Load {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:9.0} a second, p50 {:.2?}, p99 {:.2?}",
            self.rate, self.p50, self.p99
        )?;
        if self.bad > 0 {
            write!(f, ", {} BAD ANSWERS", self.bad)?;
        }
        Ok(())
    }
}

/// Gets paths at random.
pub fn get(address: &str, home: &Path, paths: &[String], seconds: u32) -> Outcome<Load> {
    get_as(address, home, paths, "", seconds)
}

/// Gets paths at random with headers of their own, as the inside of a Lua table.
pub fn get_as(address: &str, home: &Path, paths: &[String], headers: &str, seconds: u32) -> Outcome<Load> {
    let list = home.join("paths.txt");
    std::fs::write(&list, paths.join("\n"))?;
    let script = format!(
        "local paths = {{}}\n\
         for path in io.lines('{}') do paths[#paths + 1] = path end\n\
         math.randomseed(610)\n\
         local headers = {{ {headers} }}\n\
         request = function() return wrk.format('GET', paths[math.random(#paths)], headers) end\n",
        list.display()
    );
    run(address, home, &script, seconds)
}

/// Files requests, each with a key of its own.
pub fn post(address: &str, home: &Path, seconds: u32) -> Outcome<Load> {
    let script = format!(
        "local n, run = 0, os.time()\n\
         local headers = {{ ['Content-Type'] = 'application/x-www-form-urlencoded', ['Origin'] = 'http://{address}' }}\n\
         request = function()\n\
           n = n + 1\n\
           local body = string.format('key=%016x%016x&incident_date=2026-01-15&place=Truman+Road&track=public', run, n)\n\
           return wrk.format('POST', '/request', headers, body)\n\
         end\n"
    );
    run(address, home, &script, seconds)
}

fn run(address: &str, home: &Path, script: &str, seconds: u32) -> Outcome<Load> {
    let file = home.join("load.lua");
    std::fs::write(&file, script)?;
    let drive = |seconds: u32| {
        Command::new("wrk")
            .args(["--threads", "1", "--connections", "16", "--latency"])
            .arg(format!("--duration={seconds}s"))
            .arg("--script")
            .arg(&file)
            .arg(format!("http://{address}"))
            .output()
    };
    drive(1)?;
    let output = drive(seconds)?;
    let printed = String::from_utf8(output.stdout)?;
    read(&printed).ok_or_else(|| format!("wrk printed:\n{printed}{}", String::from_utf8_lossy(&output.stderr)).into())
}

fn read(printed: &str) -> Option<Load> {
    let after = |label: &str| {
        let line = printed.lines().find(|line| line.trim_start().starts_with(label))?;
        line.split_once(label).map(|(_, rest)| rest.trim().to_owned())
    };
    let errors = after("Socket errors:").map_or(0, |line| {
        line.split(|c: char| !c.is_ascii_digit())
            .filter_map(|part| part.parse::<u64>().ok())
            .sum()
    });
    let refused = after("Non-2xx or 3xx responses:")
        .and_then(|count| count.parse().ok())
        .unwrap_or(0);
    Some(Load {
        rate: after("Requests/sec:")?.parse().ok()?,
        p50: time(&after("50%")?)?,
        p99: time(&after("99%")?)?,
        bad: errors + refused,
    })
}

/// `812.00us`, `1.24ms`, `1.10s`.
fn time(printed: &str) -> Option<Duration> {
    let (number, unit) = printed.split_at(printed.find(char::is_alphabetic)?);
    let scale = match unit {
        "us" => 1e-6,
        "ms" => 1e-3,
        "s" => 1.0,
        _ => return None,
    };
    Some(Duration::from_secs_f64(number.parse::<f64>().ok()? * scale))
}
