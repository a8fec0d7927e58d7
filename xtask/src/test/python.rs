//! A Python with aiosmtpd, for the test that sends mail to a real SMTP server on this machine.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::command::{capture, run};
use crate::place::Place;
use crate::tools::{apt_install, find};

const AIOSMTPD: &str = "1.4.6";

/// The interpreter of a virtual environment that holds aiosmtpd; made below the target directory when it is not there.
pub fn with_aiosmtpd(place: &Place) -> Result<PathBuf> {
    let folder = place.work().join("python");
    let python = if cfg!(windows) { folder.join("Scripts/python.exe") } else { folder.join("bin/python") };
    if has_aiosmtpd(&python) {
        return Ok(python);
    }
    make_environment(&folder)?;
    run(Command::new(&python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
        .arg(format!("aiosmtpd=={AIOSMTPD}")))
    .context("aiosmtpd cannot be installed from PyPI")?;
    Ok(python)
}

fn has_aiosmtpd(python: &Path) -> bool {
    python.is_file()
        && capture(Command::new(python).args(["-c", "import aiosmtpd; print(aiosmtpd.__version__)"]))
            .is_ok_and(|version| version.trim() == AIOSMTPD)
}

/// Debian ships Python without the part that makes environments, so a first failure may only mean that.
pub fn make_environment(folder: &Path) -> Result<()> {
    let make = || -> Result<()> {
        let python = find(&["python3", "python"]).context("Python 3 is not on this machine")?;
        capture(Command::new(python).args(["-m", "venv", "--clear"]).arg(folder)).map(drop)
    };
    if make().is_ok() {
        return Ok(());
    }
    apt_install("Python 3 with its venv module", &["python3", "python3-venv"])?;
    make().context("a virtual environment cannot be made")
}
