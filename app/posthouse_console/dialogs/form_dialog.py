"""A small dialog: some fields, a sentence when something is wrong, OK and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from posthouse_console.widgets.dialog_buttons import Button, button_box
from posthouse_console.widgets.hint import HintLabel, Notice, Severity


class FormDialog(QDialog):
    """OK is grey until is_complete(); submit() starts the work, which ends in accept() or in show_error()."""

    can_leave_while_busy = False
    """Whether Cancel and Esc work while the work runs; only where it changes nothing that would have to be reported."""

    def __init__(self, title: str, intro: str, parent: QWidget, ok: str = "OK") -> None:
        """Make an empty form."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self._is_busy = False
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(8)
        self.notice = Notice()
        self.notice.setObjectName("notice")
        self.box = button_box(Button.Ok | Button.Cancel)
        self.ok_button: QPushButton = self.box.button(Button.Ok)
        self.ok_button.setText(ok)
        self.box.accepted.connect(self._on_ok_clicked)
        self.box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        if intro:
            layout.addWidget(HintLabel(intro))
        layout.addLayout(self.form)
        layout.addWidget(self.notice)
        layout.addStretch(1)
        layout.addWidget(self.box)

    def is_complete(self) -> bool:
        """Return whether OK can be pressed."""
        raise NotImplementedError

    def submit(self) -> None:
        """Do what the dialog is for."""
        raise NotImplementedError

    def add(self, caption: str, field: QWidget, *, buddy: QWidget | None = None) -> None:
        """Add a row; the caption, without its mnemonic, becomes the field's accessible name."""
        label = QLabel(caption)
        named = buddy or field
        label.setBuddy(named)
        named.setAccessibleName(caption.replace("&", "").rstrip(":"))
        self.form.addRow(label, field)

    def add_layout(self, layout: QLayout) -> None:
        """Add something below the fields."""
        self.form.addRow(layout)

    def refresh(self) -> None:
        """Look at the fields again after an edit; a complaint about their old state goes."""
        self.notice.say("")
        self.ok_button.setEnabled(not self._is_busy and self.is_complete())

    def show_error(self, error: Exception) -> None:
        """Say what is wrong; the fields can be mended."""
        self.set_busy(False)
        self.notice.say(str(error), Severity.ERROR)

    def set_busy(self, is_busy: bool) -> None:
        """While work runs, nothing can be pressed twice, and its outcome is waited for."""
        self._is_busy = is_busy
        self.ok_button.setEnabled(not is_busy and self.is_complete())
        self.box.button(Button.Cancel).setEnabled(not is_busy or self.can_leave_while_busy)
        self.setCursor(Qt.CursorShape.BusyCursor if is_busy else Qt.CursorShape.ArrowCursor)

    def accept_after(self, then: Callable[[], None]) -> Callable[[object], None]:
        """Return what to call when the work is done: close, then tell."""
        def done(_outcome: object) -> None:
            self.accept()
            then()

        return done

    def _order_tabs(self) -> None:
        """The fields are made after the buttons, but come before them: put the keyboard's way in the order of the eye."""
        fields = [widget for row in range(self.form.rowCount()) for widget in self._focusable(row)]
        stops = [*fields, *self.box.buttons()]
        for one, next_one in pairwise(stops):
            self.setTabOrder(one, next_one)
        if fields:
            fields[0].setFocus()

    def _focusable(self, row: int) -> list[QWidget]:
        roles = (QFormLayout.ItemRole.FieldRole, QFormLayout.ItemRole.SpanningRole)
        items = [item.widget() for role in roles if (item := self.form.itemAt(row, role)) is not None]
        found = [widget for item in items if item is not None for widget in (item, *item.findChildren(QWidget))]
        # A combo box has a list in a window of its own; a composite field passes its focus on to its proxy.
        return [widget for widget in found if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
                and widget.focusProxy() is None and widget.window() is self]

    def _on_ok_clicked(self) -> None:
        if self.is_complete():
            self.notice.say("")
            self.set_busy(True)
            self.submit()

    def reject(self) -> None:
        """Close, also by Esc or the window's own button."""
        if not self._is_busy or self.can_leave_while_busy:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the first field."""
        self._order_tabs()
        super().showEvent(event)
