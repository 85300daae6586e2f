"""Side-by-side measurements of cairn and its peers on one machine: `./dev bench`."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
