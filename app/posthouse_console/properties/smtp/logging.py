"""SMTP Properties, tab Logging: MailEnable's three logs, and how long their files are kept."""

from __future__ import annotations

from PySide6.QtWidgets import QGroupBox, QVBoxLayout

from posthouse_console.properties.smtp.form_page import FormPage
from posthouse_console.widgets.fields import GroupField
from posthouse_console.widgets.file_field import FolderField
from posthouse_console.widgets.form import FieldForm, labelled, mark, row
from posthouse_console.widgets.hint import HintLabel
from posthouse_console.widgets.number_fields import NumberField
from posthouse_server.words import tr

_PATH = "smtp.logging"
_LOGS = ("activity", "w3c", "debug")


class LoggingPage(FormPage):
    """A box for each log, with its directory; then the files."""

    title = tr("Logging")
    help_topic = "smtp-logging"

    def __init__(self) -> None:
        """Lay out the fields."""
        super().__init__()
        self.logs = {name: (self.field(GroupField(f"{_PATH}.{name}_enabled")),
                            self.field(FolderField(f"{_PATH}.{name}_directory", tr("logs in the data folder"))))
                     for name in _LOGS}
        self.full = self.field(NumberField(f"{_PATH}.file_megabytes", "MB"))
        self.days = self.field(NumberField(f"{_PATH}.keep_days", tr("days"), zero=tr("for ever")))
        self.total = self.field(NumberField(f"{_PATH}.keep_megabytes", "MB", zero=tr("any number")))
        layout = QVBoxLayout(self)
        for name in _LOGS:
            layout.addWidget(self._log_box(*self.logs[name]))
        layout.addWidget(self._files_box())
        layout.addStretch(1)

    def _log_box(self, enabled: GroupField, directory: FolderField) -> QGroupBox:
        form = FieldForm(self.mnemonics)
        mark(enabled, self.mnemonics)
        form.addRow(HintLabel(enabled.declared.help))
        form.add(directory, directory.browse)
        enabled.group.setLayout(form)
        return enabled.group

    def _files_box(self) -> QGroupBox:
        group = QGroupBox(tr("Files"))
        form = FieldForm(self.mnemonics)
        fields = (self.full, self.days, self.total)
        width = max(field.input.sizeHint().width() for field in fields)
        for field in fields:
            field.input.setFixedWidth(width)
            form.addRow(labelled(field.label, field.input, self.mnemonics), row(field.input))
        form.addRow(HintLabel(tr("Each day has files of its own. The oldest go first; the one in use always stays.")))
        group.setLayout(form)
        return group
