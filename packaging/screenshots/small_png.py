"""Pictures as small files: a palette of the colours that matter, and no dithering, which would make noise of a plain ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageWriter

if TYPE_CHECKING:
    from pathlib import Path

_COLOURS = 256
_STEP = 12
"""Colours that are nearer to each other than this, in each of red, green and blue, count as one when they are chosen."""


def save(picture: QImage, path: Path) -> None:
    """Write a PNG with at most 256 colours, always the same bytes for the same picture; raises OSError."""
    solid = picture.convertToFormat(QImage.Format.Format_RGB32)
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    small = solid.convertToFormat(QImage.Format.Format_Indexed8, _palette(solid), flags)
    path.parent.mkdir(parents=True, exist_ok=True)
    writer = QImageWriter(str(path), b"png")
    writer.setCompression(100)  # the slowest and smallest
    if not writer.write(small):
        raise OSError(f"{path}: {writer.errorString()}")


def _palette(picture: QImage) -> list[int]:
    """Return the most frequent colours; of those that are nearly the same, the most frequent alone."""
    pixels = np.frombuffer(picture.constBits(), np.uint32)
    colours, counts = np.unique(pixels, return_counts=True)
    ranked = colours[np.argsort(-counts.astype(np.int64), kind="stable")]
    chosen: dict[tuple[int, int, int], int] = {}
    for colour in ranked.tolist():
        key = ((colour >> 16 & 255) // _STEP, (colour >> 8 & 255) // _STEP, (colour & 255) // _STEP)
        chosen.setdefault(key, colour)
        if len(chosen) == _COLOURS:
            break
    return list(chosen.values())
