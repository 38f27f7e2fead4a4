"""Icons from the resources, with state badges drawn over them."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from posthouse_resources import icon_path

_SIZES = (16, 20, 24, 32)
_RATIOS = (1, 2, 3)
_POINTING = {"back", "forward", "tree-toggle"}
_BADGE_CENTRE = 18.75 / 24
_BADGE_RADIUS = 6.2 / 24
"""The disc that is cleared under a badge, so that it stands off from the icon on any background."""
_BADGE_BOX = QRectF(13.25, 13.25, 11, 11)
"""Where a badge stands in its SVG of 24 by 24."""


def icon(name: str, badge: str = "") -> QIcon:
    """Return an icon, optionally with a badge (such as state-running) in its lower right corner.

    Where one reads from right to left, what points somewhere points the other way.
    """
    return _icon(name, badge, name in _POINTING and QGuiApplication.isRightToLeft())


@cache
def _icon(name: str, badge: str, is_mirrored: bool) -> QIcon:
    result = QIcon()
    for size in _SIZES:
        for ratio in _RATIOS:
            pixmap = _drawn(name, badge, size * ratio, ratio)
            if is_mirrored:
                pixmap = pixmap.transformed(QTransform.fromScale(-1, 1))
            result.addPixmap(pixmap)
            result.addPixmap(pixmap, QIcon.Mode.Selected)  # a style would tint it with the colour that it stands on
    return result


def _drawn(name: str, badge: str, pixels: int, ratio: int) -> QPixmap:
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    whole = QRectF(0, 0, pixels, pixels)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _renderer(name).render(painter, whole)
        if badge:
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Qt.GlobalColor.black)
            centre = _BADGE_CENTRE * pixels
            painter.drawEllipse(QPointF(centre, centre), _BADGE_RADIUS * pixels, _BADGE_RADIUS * pixels)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            _renderer(badge).render(painter, whole)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


@cache
def _renderer(name: str) -> QSvgRenderer:
    return QSvgRenderer(str(icon_path(name)))


def forget_icons() -> None:
    """Let go of all pixmaps, before the application ends."""
    _icon.cache_clear()
    _renderer.cache_clear()


def badge_pixmap(name: str, size: int, ratio: float) -> QPixmap:
    """Return a badge alone, filling a square of this size."""
    pixels = round(size * ratio)
    pixmap = QPixmap(pixels, pixels)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(str(icon_path(name)))
    renderer.setViewBox(_BADGE_BOX)
    with QPainter(pixmap) as painter:
        renderer.render(painter, QRectF(0, 0, pixels, pixels))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
