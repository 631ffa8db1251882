"""Virtual environments with pinned packages, for programs that tools run."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"


def environment_with(python: str, folder: Path, requirements: str) -> str:
    """An interpreter like `python` in an environment that has what the requirements (lines of a
    requirements file) name, pip besides; made in the folder when it is missing or has others."""
    made = folder / "bin" / "python"
    stamp = folder / "requirements.txt"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == requirements:
        return str(made)
    uv = shutil.which("uv")
    if uv is not None:
        make = [uv, "venv", "--quiet", "--clear", "--seed", "--python", python, str(folder)]
    else:
        make = [python, "-m", "venv", "--clear", str(folder)]
    subprocess.run(make, check=True)
    wanted = folder / "wanted.txt"
    wanted.write_text(requirements, encoding="utf-8")
    install = [str(made), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, "-r", str(wanted)], check=True, stderr=subprocess.DEVNULL)
    wanted.rename(stamp)
    return str(made)
