"""Tabs that are high enough for the wrapped texts of every page; where the screen is too small, the pages scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from posthouse_console.widgets.screen import fit, room_for
from posthouse_console.widgets.scroller import Scroller


class SteadyTabs(QTabWidget):
    """QTabWidget itself only asks for what a page's texts need at a width that it guesses."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        """Be at least so many average characters wide, if the screen is."""
        super().__init__(parent)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._on_laid_out)
        wanted = self.fontMetrics().averageCharWidth() * width
        self.setMinimumWidth(min(wanted, self._most_width()))

    def _most_width(self) -> int:
        return room_for(self).width() - self.fontMetrics().averageCharWidth() * 4

    def add_page(self, page: QWidget, title: str) -> None:
        """Add a page at the end."""
        page.installEventFilter(self)
        self.addTab(Scroller(page), title)
        # All captions in sight, where the screen has room for them: nobody looks for a tab behind an arrow.
        captions = self.tabBar().sizeHint().width() + self.fontMetrics().averageCharWidth()
        self.setMinimumWidth(max(self.minimumWidth(), min(captions, self._most_width())))

    def bring(self, page: QWidget) -> None:
        """Bring a page to the front."""
        self.setCurrentIndex(next(number for number, held in enumerate(self._pages()) if held is page))

    def front(self) -> QWidget | None:
        """Return the page in front."""
        scroller = self.currentWidget()
        return scroller.page if isinstance(scroller, Scroller) else None

    def _pages(self) -> list[QWidget]:
        return [scroller.page for number in range(self.count()) if isinstance(scroller := self.widget(number), Scroller)]

    def _reserve_height(self) -> None:
        front = self.currentWidget()
        if front is None or not front.isVisible():
            return
        layouts = [page.layout() for page in self._pages()]
        # A scroll area gives a page of wrapped texts the height that it likes, not the least that would do.
        needed = [layout.heightForWidth(front.width()) if layout.hasHeightForWidth() else layout.minimumSize().height()
                  for layout in layouts if layout is not None]
        around = max(0, self.window().height() - self.height())
        most = room_for(self).height() - around
        self.setMinimumHeight(max(0, min(max(needed, default=0) + self.height() - front.height(), most)))

    def _on_laid_out(self) -> None:
        """What stands around the tabs, and what is in them, has its height only now."""
        layout = self.window().layout()
        if self.window().isVisible() and layout is not None:
            layout.activate()
            self._reserve_height()
            fit(self.window())

    def event(self, event: QEvent) -> bool:
        """Look again when a page's text has changed."""
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._reserve_height()
            self._settling.start()
        return handled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A page's texts have changed: its scroll area would keep that to itself."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._settling.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Texts wrap anew at another width."""
        super().resizeEvent(event)
        self._reserve_height()
