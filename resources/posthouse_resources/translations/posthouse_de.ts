<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>Posthouse</name>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <location filename="../../../app/posthouse_console/wizard/dialog.py" />
      <source>&amp;Back</source>
      <translation>&amp;Zurück</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Goes back to the node that was shown before.</source>
      <translation>Kehrt zum zuvor angezeigten Knoten zurück.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>&amp;Forward</source>
      <translation>&amp;Vorwärts</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Goes forward again after a step back.</source>
      <translation>Geht nach einem Schritt zurück wieder vorwärts.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>&amp;Up One Level</source>
      <translation>&amp;Eine Ebene höher</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Goes to the node above.</source>
      <translation>Wechselt zum übergeordneten Knoten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>&amp;Getting Started</source>
      <translation>Erste Sch&amp;ritte</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Shows the first steps: domain, mailbox, server, test message, relay.</source>
      <translation>Zeigt die ersten Schritte: Domäne, Postfach, Server, Testnachricht, Relay.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Console &amp;Tree</source>
      <translation>&amp;Konsolenstruktur</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Shows or hides the console tree.</source>
      <translation>Blendet die Konsolenstruktur ein oder aus.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Fi&amp;lter</source>
      <translation>&amp;Filter</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Goes to the filter above the list.</source>
      <translation>Wechselt zum Filter über der Liste.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>&amp;Start</source>
      <translation>&amp;Starten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Starts the server of this data folder.</source>
      <translation>Startet den Server dieses Datenordners.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>S&amp;top</source>
      <translation>&amp;Beenden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Stops the server; running transactions may finish.</source>
      <translation>Beendet den Server; laufende Transaktionen werden noch abgeschlossen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>&amp;Restart</source>
      <translation>Neu &amp;starten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Stops the server and starts it again.</source>
      <translation>Beendet den Server und startet ihn wieder.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>R&amp;efresh</source>
      <translation>Aktua&amp;lisieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Reads everything that is shown from the store again.</source>
      <translation>Liest alles Angezeigte neu aus dem Speicher.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Cop&amp;y</source>
      <translation>K&amp;opieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Copies the selected rows, with a tab between the columns.</source>
      <translation>Kopiert die ausgewählten Zeilen, mit einem Tabulator zwischen den Spalten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <location filename="../../../app/posthouse_console/commands/export.py" />
      <source>E&amp;xport List…</source>
      <translation>Liste e&amp;xportieren…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Writes the list to a file: for spreadsheets, or as JSON.</source>
      <translation>Schreibt die Liste in eine Datei: für Tabellenkalkulationen oder als JSON.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>&amp;Columns…</source>
      <translation>Spalte&amp;n…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Chooses and orders the columns of lists of this kind.</source>
      <translation>Wählt und ordnet die Spalten von Listen dieser Art.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>New &amp;Window from Here</source>
      <translation>&amp;Neues Fenster ab hier</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Opens a window whose tree begins at the node that is shown.</source>
      <translation>Öffnet ein Fenster, dessen Struktur beim angezeigten Knoten beginnt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Pr&amp;operties</source>
      <translation>&amp;Eigenschaften</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Opens the properties of what is chosen: SMTP, a mailbox, domain or group.</source>
      <translation>Öffnet die Eigenschaften der Auswahl: SMTP, Postfach, Domäne oder Gruppe.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>New &amp;Domain…</source>
      <translation>Neue &amp;Domäne…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Adds a domain that this server accepts mail for.</source>
      <translation>Fügt eine Domäne hinzu, für die dieser Server E-Mails annimmt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>&amp;New Mailbox…</source>
      <translation>Neues &amp;Postfach…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Adds a mailbox: a person or program that logs in and receives mail.</source>
      <translation>Fügt ein Postfach hinzu: eine Person oder ein Programm, das sich anmeldet und E-Mails empfängt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>I&amp;mport…</source>
      <translation>&amp;Importieren…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Takes domains, mailboxes and groups in from a CSV file, after a look at it.</source>
      <translation>Übernimmt Domänen, Postfächer und Gruppen aus einer CSV-Datei, nach einer Vorschau.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Export Di&amp;rectory…</source>
      <translation>&amp;Verzeichnis exportieren…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Writes domains, mailboxes and groups to a CSV file; no passwords.</source>
      <translation>Schreibt Domänen, Postfächer und Gruppen in eine CSV-Datei; keine Kennwörter.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>&amp;Find Email Address…</source>
      <translation>&amp;E-Mail-Adresse suchen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Finds who has an address: mailboxes, groups, catch-alls.</source>
      <translation>Findet, wem eine Adresse gehört: Postfächer, Gruppen, Sammelpostfächer.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>New Gro&amp;up…</source>
      <translation>Neue &amp;Gruppe…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Adds an address that stands for many.</source>
      <translation>Fügt eine Adresse hinzu, die für mehrere steht.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Set &amp;Password…</source>
      <translation>Kennwort &amp;festlegen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Gives the selected mailbox a new password.</source>
      <translation>Gibt dem ausgewählten Postfach ein neues Kennwort.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Ena&amp;ble</source>
      <translation>A&amp;ktivieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Lets the selected mailboxes log in and receive mail again.</source>
      <translation>Lässt die ausgewählten Postfächer sich wieder anmelden und E-Mails empfangen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>D&amp;isable</source>
      <translation>&amp;Deaktivieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Keeps the selected mailboxes from logging in and from receiving mail.</source>
      <translation>Hindert die ausgewählten Postfächer daran, sich anzumelden und E-Mails zu empfangen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>&amp;Catch-all…</source>
      <translation>Sammelpostfach (&amp;Catch-all)…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Chooses the mailbox that receives mail for unknown recipients of the domain.</source>
      <translation>Wählt das Postfach, das E-Mails an unbekannte Empfänger der Domäne erhält.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>De&amp;lete…</source>
      <translation>Lösc&amp;hen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Deletes what is selected, after a question.</source>
      <translation>Löscht die Auswahl nach einer Rückfrage.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Retry No&amp;w</source>
      <translation>&amp;Jetzt erneut versuchen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Tries to deliver the selected messages again now.</source>
      <translation>Versucht sofort erneut, die ausgewählten Nachrichten zuzustellen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>&amp;Hold</source>
      <translation>&amp;Anhalten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Keeps the selected messages in the queue until they are released.</source>
      <translation>Hält die ausgewählten Nachrichten in der Warteschlange an, bis sie freigegeben werden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Relea&amp;se</source>
      <translation>Frei&amp;geben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Lets the selected held messages go on, at once.</source>
      <translation>Gibt die ausgewählten angehaltenen Nachrichten sofort wieder frei.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Remove and Ret&amp;urn to Sender…</source>
      <translation>Entfernen &amp;und an Absender zurückgeben…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Removes the selected messages and tells their senders.</source>
      <translation>Entfernt die ausgewählten Nachrichten und benachrichtigt ihre Absender.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Change Smart Hos&amp;t…</source>
      <translation>S&amp;marthost ändern…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Delivers the selected held messages through another server.</source>
      <translation>Stellt die ausgewählten angehaltenen Nachrichten über einen anderen Server zu.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Send A&amp;gain</source>
      <translation>&amp;Erneut senden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Puts the selected bad mail back into the queue.</source>
      <translation>Stellt die ausgewählten unzustellbaren Nachrichten wieder in die Warteschlange.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Message &amp;Information…</source>
      <translation>Nach&amp;richteninformationen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Shows all about the selected message: envelope, recipients, headers.</source>
      <translation>Zeigt alles zur ausgewählten Nachricht: Umschlag, Empfänger, Kopfzeilen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <source>&amp;View Send History…</source>
      <translation>&amp;Sendeverlauf anzeigen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Shows each attempt to deliver the selected message.</source>
      <translation>Zeigt jeden Zustellversuch der ausgewählten Nachricht.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>&amp;Lift Ban</source>
      <translation>Sperre a&amp;ufheben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Lets the selected clients connect again at once.</source>
      <translation>Lässt die ausgewählten Clients sofort wieder Verbindungen aufbauen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>&amp;Set Up Posthouse…</source>
      <translation>&amp;Posthouse einrichten…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Leads through the set-up: port, domain, mailbox, way out, test message.</source>
      <translation>Führt durch die Einrichtung: Port, Domäne, Postfach, Ausgang, Testnachricht.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Connect a De&amp;vice or Program…</source>
      <translation>Gerät oder Progra&amp;mm verbinden…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Shows what to enter in a scanner or program that sends through this server.</source>
      <translation>Zeigt, was in einem Scanner oder Programm einzutragen ist, das über diesen Server sendet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Send a Test &amp;Message…</source>
      <translation>&amp;Testnachricht senden…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Sends a message to the running server and shows its replies.</source>
      <translation>Sendet eine Nachricht an den laufenden Server und zeigt seine Antworten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>&amp;Who Can Relay?…</source>
      <translation>We&amp;r darf weiterleiten?…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Shows who can relay through this server, and tries out any case.</source>
      <translation>Zeigt, wer über diesen Server weiterleiten darf, und probiert jeden Fall aus.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Test &amp;for Open Relay…</source>
      <translation>Auf offenes Rela&amp;y prüfen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Lets the running server be attacked as strangers would.</source>
      <translation>Greift den laufenden Server so an, wie Fremde es täten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>W&amp;hy?…</source>
      <translation>&amp;Warum?…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Explains the selected decision: by the settings of then and by those of today.</source>
      <translation>Erklärt die ausgewählte Entscheidung: nach den Einstellungen von damals und nach denen von heute.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>&amp;Allow This…</source>
      <translation>D&amp;ies erlauben…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Offers what would allow the selected refusal, the narrowest first.</source>
      <translation>Bietet an, was das ausgewählte Abgelehnte erlauben würde, das Engste zuerst.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Show Sess&amp;ion…</source>
      <translation>Sit&amp;zung anzeigen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Shows what was said around the selected line, as a transcript.</source>
      <translation>Zeigt als Mitschrift, was rund um die ausgewählte Zeile gesagt wurde.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Find Thi&amp;s Message…</source>
      <translation>Diese N&amp;achricht suchen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Shows the whole life of the message of the selected line.</source>
      <translation>Zeigt den gesamten Weg der Nachricht der ausgewählten Zeile.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Find &amp;Message…</source>
      <translation>Nachricht &amp;suchen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Finds a message by id, address, subject or remote reply, and shows its whole life.</source>
      <translation>Sucht eine Nachricht nach ID, Adresse, Betreff oder Antwort der Gegenstelle und zeigt ihren gesamten Weg.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Su&amp;ggest Ranges…</source>
      <translation>Bereiche &amp;vorschlagen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Proposes the tightest privileged ranges for clients that need one.</source>
      <translation>Schlägt die engsten privilegierten Bereiche für Clients vor, die einen brauchen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>S&amp;how Change…</source>
      <translation>Änderung &amp;anzeigen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Shows what the selected revision changed.</source>
      <translation>Zeigt, was die ausgewählte Revision geändert hat.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Re&amp;vert This Change…</source>
      <translation>&amp;Diese Änderung zurücknehmen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Takes back what the selected revision changed, after a preview.</source>
      <translation>Nimmt nach einer Vorschau zurück, was die ausgewählte Revision geändert hat.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <location filename="../../../app/posthouse_console/dialogs/revision.py" />
      <source>&amp;Go Back to This State…</source>
      <translation>&amp;Zu diesem Stand zurückkehren…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Brings back everything as it was with the selected revision.</source>
      <translation>Stellt alles so wieder her, wie es mit der ausgewählten Revision war.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Veri&amp;fy History</source>
      <translation>&amp;Verlauf prüfen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Checks that no revision was altered or removed.</source>
      <translation>Prüft, dass keine Revision verändert oder entfernt wurde.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>&amp;Back Up…</source>
      <translation>Si&amp;chern…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Writes settings, domains and mailboxes, with their history, into one file.</source>
      <translation>Schreibt Einstellungen, Domänen und Postfächer samt Verlauf in eine Datei.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Rest&amp;ore…</source>
      <translation>&amp;Wiederherstellen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Brings settings, domains and mailboxes of a backup back, after a look.</source>
      <translation>Stellt Einstellungen, Domänen und Postfächer einer Sicherung nach einer Vorschau wieder her.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Help To&amp;pics</source>
      <translation>Hil&amp;fethemen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Opens the help for what is shown.</source>
      <translation>Öffnet die Hilfe zum Angezeigten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>&amp;About Posthouse</source>
      <translation>&amp;Info über Posthouse</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Shows the version and the data folder.</source>
      <translation>Zeigt die Version und den Datenordner.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <location filename="../../../app/posthouse_console/closing.py" />
      <source>&amp;Close Console</source>
      <translation>&amp;Konsole schließen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/actions.py" />
      <source>Closes this window; a running server goes on.</source>
      <translation>Schließt dieses Fenster; ein laufender Server läuft weiter.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/application.py" />
      <source>The console can't open its data folder.</source>
      <translation>Die Konsole kann ihren Datenordner nicht öffnen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/closing.py" />
      <source>Close Console</source>
      <translation>Konsole schließen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/closing.py" />
      <source>The server is being restarted.</source>
      <translation>Der Server wird neu gestartet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/closing.py" />
      <source>The server keeps running.</source>
      <translation>Der Server läuft weiter.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/closing.py" />
      <source>&amp;Don't say this again</source>
      <translation>&amp;Nicht mehr anzeigen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/closing.py" />
      <source>It is this window that starts it again: if it closes before that, the server stays stopped.</source>
      <translation>Dieses Fenster startet ihn wieder: Wird es vorher geschlossen, bleibt der Server beendet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/closing.py" />
      <source>Mail goes on being received and relayed without this window. The next console finds the server again; Stop ends it.</source>
      <translation>E-Mails werden auch ohne dieses Fenster empfangen und weitergeleitet. Die nächste Konsole findet den Server wieder; „Beenden“ hält ihn an.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <location filename="../../../app/posthouse_console/commands/range_commands.py" />
      <source>Abuse Report</source>
      <translation>Missbrauchsbericht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <source>from the login {name}</source>
      <translation>vom Anmeldenamen {name}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <source>from the client {name}</source>
      <translation>vom Client {name}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <source>accepted by the rule {name}</source>
      <translation>über die Regel „{name}“</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <source>for {name}</source>
      <translation>für {name}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <source>Delete the queued mail {whose}? It is for {recipients}.</source>
      <translation>Die Mail in der Warteschlange {whose} löschen? Sie ist für {recipients}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <location filename="../../../server/posthouse_server/policy/narrowing.py" />
      <location filename="../../../server/posthouse_server/store/preview_effect.py" />
      <source>1 recipient</source>
      <translation>1 Empfänger</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>{number} recipients</source>
      <translation>{number} Empfänger</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <source>under the rule {name}</source>
      <translation>zur Regel „{name}“</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <source>Hold the queued mail {whose}? 1 recipient waits for delivery.</source>
      <translation>Die Mail in der Warteschlange {whose} anhalten? 1 Empfänger wartet auf Zustellung.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <source>Hold the queued mail {whose}? {number} recipients wait for delivery.</source>
      <translation>Die Mail in der Warteschlange {whose} anhalten? {number} Empfänger warten auf Zustellung.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>&amp;Delete</source>
      <translation>&amp;Löschen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <source>Nothing {whose} waits for delivery.</source>
      <translation>Es wartet keine Mail {whose} auf Zustellung.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <source>It stays in the queue until it is released or deleted. What is being sent at this moment may still arrive.</source>
      <translation>Sie bleibt in der Warteschlange, bis sie freigegeben oder gelöscht wird. Was gerade gesendet wird, kann noch ankommen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <source>Nothing {whose} is queued.</source>
      <translation>In der Warteschlange ist keine Mail {whose}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <source>This can't be undone, and nobody is told. What is being sent at this moment may still arrive.</source>
      <translation>Das lässt sich nicht rückgängig machen, und niemand wird benachrichtigt. Was gerade gesendet wird, kann noch ankommen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <source>Held: {recipients} {whose}.</source>
      <translation>Angehalten: {recipients} {whose}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/abuse.py" />
      <source>Deleted: mail for {recipients} {whose}.</source>
      <translation>Gelöscht: Mail an {recipients} {whose}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/backup.py" />
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>Restore</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/bans.py" />
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <location filename="../../../app/posthouse_console/commands/range_commands.py" />
      <location filename="../../../app/posthouse_console/models/hit_rows.py" />
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>{shown} and {number} more</source>
      <translation>{shown} und {number} weitere</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/bans.py" />
      <source>Lift Ban</source>
      <translation>Sperre aufheben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/bans.py" />
      <source>The ban had ended already.</source>
      <translation>Die Sperre war bereits abgelaufen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/bans.py" />
      <source>The ban is lifted: {shown} may connect again.</source>
      <translation>Die Sperre ist aufgehoben: {shown} darf sich wieder verbinden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/bans.py" />
      <source>The bans are lifted: {shown} may connect again.</source>
      <translation>Die Sperren sind aufgehoben: {shown} dürfen sich wieder verbinden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/diagnose.py" />
      <source>The report is copied.</source>
      <translation>Der Bericht ist kopiert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>CSV files (*.csv);;All files (*)</source>
      <translation>CSV-Dateien (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>The group {address} has been added.</source>
      <translation>Die Gruppe {address} wurde hinzugefügt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>Import</source>
      <translation>Importieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>Export Directory</source>
      <translation>Verzeichnis exportieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <location filename="../../../app/posthouse_console/dialogs/new_mailbox.py" />
      <source>New Mailbox</source>
      <translation>Neues Postfach</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>A mailbox belongs to a domain, and there is none yet.</source>
      <translation>Ein Postfach gehört zu einer Domäne, und es gibt noch keine.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>&amp;Add a Domain…</source>
      <translation>&amp;Domäne hinzufügen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <location filename="../../../app/posthouse_console/dialogs/group.py" />
      <source>New Group</source>
      <translation>Neue Gruppe</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>A group belongs to a domain, and there is none yet.</source>
      <translation>Eine Gruppe gehört zu einer Domäne, und es gibt noch keine.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>{named}: enabled.</source>
      <translation>{named}: aktiviert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>{named}: disabled.</source>
      <translation>{named}: deaktiviert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>The domain {name} has been added.</source>
      <translation>Die Domäne {name} wurde hinzugefügt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>The mailbox {login} has been added.</source>
      <translation>Das Postfach {login} wurde hinzugefügt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>The mailbox {login} has a new password.</source>
      <translation>Das Postfach {login} hat ein neues Kennwort.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>{number} lines written to {file}; passwords are not in it.</source>
      <translation>{number} Zeilen in {file} geschrieben; Kennwörter sind nicht enthalten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>The mailbox {login} has been changed.</source>
      <translation>Das Postfach {login} wurde geändert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>Deleted: {named}.</source>
      <translation>Gelöscht: {named}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>{file} could not be written: {reason}.</source>
      <translation>{file} konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>The group {address} has been changed.</source>
      <translation>Die Gruppe {address} wurde geändert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory.py" />
      <source>The domain {name} has been changed.</source>
      <translation>Die Domäne {name} wurde geändert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Nobody can log in with it or send to it any more. Messages already stored stay on disk.</source>
      <translation>Niemand kann sich mehr damit anmelden oder dorthin senden. Bereits gespeicherte Nachrichten bleiben auf dem Datenträger.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Mail for it is then no longer accepted here as local mail.</source>
      <translation>Mail an sie wird dann hier nicht mehr als lokale Mail angenommen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Mail to it is refused then. Its members stay what they are.</source>
      <translation>Mail an sie wird dann abgelehnt. An ihren Mitgliedern ändert sich nichts.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Enable Mailbox</source>
      <translation>Postfach aktivieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Enable the mailbox {named}?</source>
      <translation>Das Postfach {named} aktivieren?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Enable Mailboxes</source>
      <translation>Postfächer aktivieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Enable the mailboxes {named}?</source>
      <translation>Die Postfächer {named} aktivieren?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Disable Mailbox</source>
      <translation>Postfach deaktivieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Disable the mailbox {named}?</source>
      <translation>Das Postfach {named} deaktivieren?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Disable Mailboxes</source>
      <translation>Postfächer deaktivieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Disable the mailboxes {named}?</source>
      <translation>Die Postfächer {named} deaktivieren?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Deleting {named}</source>
      <translation>Löschen von {named}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>&amp;Disable</source>
      <translation>&amp;Deaktivieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Disabling {named}</source>
      <translation>Deaktivieren von {named}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Nobody can log in with it or send to it until it is enabled again.</source>
      <translation>Niemand kann sich damit anmelden oder dorthin senden, bis es wieder aktiviert wird.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Delete Mailbox</source>
      <translation>Postfach löschen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Delete the mailbox {named}?</source>
      <translation>Das Postfach {named} löschen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Delete Mailboxes</source>
      <translation>Postfächer löschen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Delete the mailboxes {named}?</source>
      <translation>Die Postfächer {named} löschen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Delete Domain</source>
      <translation>Domäne löschen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Delete the domain {named}?</source>
      <translation>Die Domäne {named} löschen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Delete Domains</source>
      <translation>Domänen löschen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Delete the domains {named}?</source>
      <translation>Die Domänen {named} löschen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Delete Group</source>
      <translation>Gruppe löschen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Delete the group {named}?</source>
      <translation>Die Gruppe {named} löschen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Delete Groups</source>
      <translation>Gruppen löschen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Delete the groups {named}?</source>
      <translation>Die Gruppen {named} löschen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>&amp;Enable</source>
      <translation>&amp;Aktivieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>Enabling {named}</source>
      <translation>Aktivieren von {named}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/directory_words.py" />
      <source>It can be logged in with, and mail to it is accepted again.</source>
      <translation>Anmelden ist damit wieder möglich, und Mail dorthin wird wieder angenommen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/export.py" />
      <location filename="../../../app/posthouse_console/dialogs/export_progress.py" />
      <source>Export List</source>
      <translation>Liste exportieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/export.py" />
      <source>Comma-separated, for spreadsheets (*.csv)</source>
      <translation>Durch Kommas getrennt, für Tabellenkalkulationen (*.csv)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/export.py" />
      <source>Tab-separated (*.tsv)</source>
      <translation>Durch Tabulatoren getrennt (*.tsv)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/export.py" />
      <source>JSON, with numbers and times (*.json)</source>
      <translation>JSON, mit Zahlen und Zeiten (*.json)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/export.py" />
      <source>List</source>
      <translation>Liste</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/export.py" />
      <location filename="../../../app/posthouse_console/dialogs/smart_host_test.py" />
      <location filename="../../../app/posthouse_console/dialogs/verify_history.py" />
      <location filename="../../../app/posthouse_console/widgets/copying.py" />
      <location filename="../../../app/posthouse_console/widgets/transcript_panel.py" />
      <source>&amp;Copy</source>
      <translation>&amp;Kopieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/export.py" />
      <source>The name of the file has to end in .csv, .tsv or .json.</source>
      <translation>Der Name der Datei muss auf .csv, .tsv oder .json enden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/export.py" />
      <source>{number} {noun} exported to {path}.</source>
      <translation>{number} {noun} nach {path} exportiert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/export.py" />
      <source>The list could not be written to {path}.</source>
      <translation>Die Liste konnte nicht in {path} geschrieben werden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/export.py" />
      <source>{number} {noun} copied.</source>
      <translation>{number} {noun} kopiert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/export.py" />
      <source>The ending says in which format the list is written.</source>
      <translation>Die Endung bestimmt, in welchem Format die Liste geschrieben wird.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/export.py" />
      <source>Nothing was exported to {path}.</source>
      <translation>Es wurde nichts nach {path} exportiert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/export.py" />
      <source>Nothing was copied: {error}</source>
      <translation>Es wurde nichts kopiert: {error}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/lists.py" />
      <source>There is no list here.</source>
      <translation>Hier gibt es keine Liste.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/lists.py" />
      <source>The columns of this report follow the width of the window.</source>
      <translation>Die Spalten dieses Berichts richten sich nach der Breite des Fensters.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/lists.py" />
      <source>No row is selected.</source>
      <translation>Es ist keine Zeile ausgewählt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/messages.py" />
      <source>Session</source>
      <translation>Sitzung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/messages.py" />
      <source>No decision with the id {short_id} is recorded any more.</source>
      <translation>Es ist keine Entscheidung mit der ID {short_id} mehr aufgezeichnet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/queue.py" />
      <source>Working…</source>
      <translation>Wird ausgeführt…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/queue.py" />
      <source>Queue</source>
      <translation>Warteschlange</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/range_commands.py" />
      <source>{client} is blocked</source>
      <translation>{client} ist blockiert</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/range_commands.py" />
      <source>Block the client {client}?</source>
      <translation>Den Client {client} blockieren?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/range_commands.py" />
      <source>It is added to Access Control as banned and can't connect any more, until it is removed there.</source>
      <translation>Er wird in der Zugriffssteuerung als gesperrt eingetragen und kann sich nicht mehr verbinden, bis er dort entfernt wird.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/range_commands.py" />
      <source>Abuse report: block {client}</source>
      <translation>Missbrauchsbericht: {client} blockiert</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/range_commands.py" />
      <source>&amp;Block</source>
      <translation>&amp;Blockieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/range_commands.py" />
      <source>{range} is narrowed to {shown}</source>
      <translation>{range} ist auf {shown} eingegrenzt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/range_commands.py" />
      <source>Abuse report: narrow {range}</source>
      <translation>Missbrauchsbericht: {range} eingegrenzt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/range_commands.py" />
      <source>{range} is removed from Privileged IPs</source>
      <translation>{range} ist aus den privilegierten IPs entfernt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/range_commands.py" />
      <source>Abuse report: remove {range}</source>
      <translation>Missbrauchsbericht: {range} entfernt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/range_commands.py" />
      <location filename="../../../app/posthouse_console/commands/set_up.py" />
      <location filename="../../../app/posthouse_console/commands/suggestions.py" />
      <location filename="../../../app/posthouse_console/commands/tools.py" />
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>The settings can't be read.</source>
      <translation>Die Einstellungen können nicht gelesen werden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/range_commands.py" />
      <source>{done} (revision {revision}).</source>
      <translation>{done} (Revision {revision}).</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/server.py" />
      <source>&amp;End It Now</source>
      <translation>Jetzt &amp;beenden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/server.py" />
      <source>&amp;Keep Waiting</source>
      <translation>Weiter &amp;warten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/server.py" />
      <source>It can be ended by force: open connections break off, and no message that the server has accepted is lost. If you keep waiting, Stop asks again.</source>
      <translation>Er kann gewaltsam beendet werden: Offene Verbindungen brechen ab, und keine vom Server angenommene Nachricht geht verloren. Wenn Sie weiter warten, fragt „Beenden“ erneut.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/set_up.py" />
      <location filename="../../../app/posthouse_console/service/set_up.py" />
      <location filename="../../../app/posthouse_console/wizard/dialog.py" />
      <source>Set Up Posthouse</source>
      <translation>Posthouse einrichten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/set_up.py" />
      <location filename="../../../app/posthouse_console/dialogs/connect_device.py" />
      <source>Connect a Device or Program</source>
      <translation>Gerät oder Programm verbinden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/suggestions.py" />
      <location filename="../../../app/posthouse_console/dialogs/suggest.py" />
      <location filename="../../../app/posthouse_console/dialogs/take_ranges.py" />
      <source>Suggest Ranges</source>
      <translation>Bereiche vorschlagen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/suggestions.py" />
      <source>Revision {revision} has the new ranges.</source>
      <translation>Revision {revision} enthält die neuen Bereiche.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/suggestions.py" />
      <location filename="../../../app/posthouse_console/dialogs/remedy_application.py" />
      <source>Nothing was changed.</source>
      <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/tools.py" />
      <source>SMTP Properties</source>
      <translation>SMTP-Eigenschaften</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/tools.py" />
      <location filename="../../../app/posthouse_console/dialogs/send_test.py" />
      <source>Send a Test Message</source>
      <translation>Testnachricht senden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/tools.py" />
      <source>A test message needs a running server.</source>
      <translation>Für eine Testnachricht muss der Server laufen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/tools.py" />
      <source>&amp;Start the Server</source>
      <translation>&amp;Server starten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/tools.py" />
      <location filename="../../../app/posthouse_console/dialogs/who_can_relay.py" />
      <source>Who Can Relay?</source>
      <translation>Wer darf weiterleiten?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/tools.py" />
      <location filename="../../../app/posthouse_console/dialogs/preview.py" />
      <location filename="../../../app/posthouse_console/widgets/preview_button.py" />
      <source>Preview</source>
      <translation>Vorschau</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/tools.py" />
      <source>The settings can't be read, so nobody can tell what this would change.</source>
      <translation>Die Einstellungen können nicht gelesen werden; was sich dadurch ändern würde, ist nicht festzustellen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/commands/tools.py" />
      <source>State of the server: {sentence}.</source>
      <translation>Zustand des Servers: {sentence}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/about.py" />
      <source>About Posthouse</source>
      <translation>Über Posthouse</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/about.py" />
      <source>Data folder: {root}</source>
      <translation>Datenordner: {root}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/about.py" />
      <source>An SMTP relay server that shows and proves who can relay.</source>
      <translation>Ein SMTP-Relay-Server, der zeigt und belegt, wer weiterleiten darf.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/about.py" />
      <source>Licensed under the Apache License 2.0.</source>
      <translation>Lizenziert unter der Apache-Lizenz 2.0.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/autostart.py" />
      <source>From then on the system starts the server {when}. A server that runs now is left alone. If a step fails, what was written is taken back.</source>
      <translation>Von da an startet das System den Server {when}. Ein Server, der jetzt läuft, bleibt unberührt. Scheitert ein Schritt, wird Geschriebenes zurückgenommen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/autostart.py" />
      <source>From then on the system starts the server no more. A server that runs now is left alone.</source>
      <translation>Von da an startet das System den Server nicht mehr. Ein Server, der jetzt läuft, bleibt unberührt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/autostart.py" />
      <source>Start with the Computer</source>
      <translation>Mit dem Computer starten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/autostart.py" />
      <source>What is done</source>
      <translation>Was getan wird</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/autostart.py" />
      <source>&amp;Turn On</source>
      <translation>&amp;Einschalten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/autostart.py" />
      <source>&amp;Turn Off</source>
      <translation>&amp;Ausschalten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/backup.py" />
      <source>Backups of Posthouse (*{ending});;All files (*)</source>
      <translation>Sicherungen von Posthouse (*{ending});;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/backup.py" />
      <source>Writes the settings, the domains and mailboxes, and their whole history into one file. The server may run meanwhile. Mail, the queue and certificates are not in it. Passwords of mailboxes are in it as hashes, so keep the file to yourself.</source>
      <translation>Schreibt die Einstellungen, die Domänen und Postfächer sowie ihren gesamten Verlauf in eine Datei. Der Server darf dabei laufen. Nachrichten, die Warteschlange und Zertifikate sind nicht enthalten. Die Kennwörter der Postfächer sind als Hashwerte enthalten; geben Sie die Datei also nicht weiter.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/backup.py" />
      <source>At least {least} characters. Without the passphrase nobody can open these passwords, not even you: note it somewhere else.</source>
      <translation>Mindestens {least} Zeichen. Ohne die Passphrase kann niemand diese Kennwörter öffnen, auch Sie nicht: Notieren Sie sie an einem anderen Ort.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/backup.py" />
      <source>Back Up</source>
      <translation>Sichern</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/backup.py" />
      <source>&amp;Back Up</source>
      <translation>&amp;Sichern</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/backup.py" />
      <source>Back Up To</source>
      <translation>Sichern nach</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/backup.py" />
      <source>&amp;With the passwords of the smart hosts, under a passphrase</source>
      <translation>&amp;Mit Smarthost-Kennwörtern, durch Passphrase geschützt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/backup.py" />
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>&amp;File:</source>
      <translation>&amp;Datei:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/backup.py" />
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>&amp;Passphrase:</source>
      <translation>&amp;Passphrase:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/backup.py" />
      <source>Passphrase a&amp;gain:</source>
      <translation>Passphrase &amp;wiederholen:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/backup.py" />
      <source>Backed up to {path}: revision {revision}, {held}.</source>
      <translation>Gesichert nach {path}: Revision {revision}, {held}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/behind_row.py" />
      <source>Recorded {whose} from {since} to {until}</source>
      <translation>Aufgezeichnet {whose}, {since} bis {until}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/behind_row.py" />
      <source>Messages {whose}</source>
      <translation>Nachrichten {whose}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/behind_row.py" />
      <source>{span}: reading…</source>
      <translation>{span}: wird gelesen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/behind_row.py" />
      <source>{span}: {total} decisions, the newest {shown} of them below.</source>
      <translation>{span}: {total} Entscheidungen, die neuesten {shown} davon unten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/behind_row.py" />
      <source>{span}: 1 decision.</source>
      <translation>{span}: 1 Entscheidung.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/behind_row.py" />
      <source>{span}: {total} decisions.</source>
      <translation>{span}: {total} Entscheidungen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/blacklist_test.py" />
      <source>Test DNS Blacklists</source>
      <translation>DNS-Blacklists testen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/blacklist_test.py" />
      <source>Each list is asked for its test entry, and for one that no list may have.</source>
      <translation>Jede Liste wird nach ihrem Testeintrag gefragt und nach einem, den keine Liste haben darf.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/blacklist_test.py" />
      <source>Good</source>
      <translation>Gut</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/blacklist_test.py" />
      <source>Bad</source>
      <translation>Schlecht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/blacklist_test.py" />
      <source>is being asked…</source>
      <translation>wird gefragt…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/blacklist_test.py" />
      <source>This computer has no DNS server; name one on General.</source>
      <translation>Dieser Computer hat keinen DNS-Server; geben Sie unter „Allgemein“ einen an.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>Certificates (*.pem *.crt *.cer *.pfx *.p12);;All files (*)</source>
      <translation>Zertifikate (*.pem *.crt *.cer *.pfx *.p12);;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>For the names</source>
      <translation>Für die Namen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>Issued to</source>
      <translation>Ausgestellt für</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>Issued by</source>
      <translation>Ausgestellt von</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>Valid from</source>
      <translation>Gültig ab</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>Valid until</source>
      <translation>Gültig bis</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <location filename="../../../server/posthouse_server/diagnose/catalogue.py" />
      <source>Certificate</source>
      <translation>Zertifikat</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>&amp;New Self-Signed...</source>
      <translation>&amp;Neu, selbstsigniert...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>&amp;Load PEM or PFX...</source>
      <translation>PEM oder PFX &amp;laden...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>itself (self-signed)</source>
      <translation>sich selbst (selbstsigniert)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>Make a new self-signed certificate for {name}?</source>
      <translation>Ein neues selbstsigniertes Zertifikat für {name} erstellen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>&amp;Make a New One</source>
      <translation>&amp;Neu erstellen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>Load a Certificate with its Key</source>
      <translation>Zertifikat mit Schlüssel laden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <location filename="../../../app/posthouse_console/service/host_names.py" />
      <source>no name</source>
      <translation>kein Name</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>It is no longer valid: programs that check certificates refuse to connect.</source>
      <translation>Es ist nicht mehr gültig: Programme, die Zertifikate prüfen, verweigern die Verbindung.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>The server makes a self-signed certificate when it first starts.</source>
      <translation>Der Server erstellt bei seinem ersten Start ein selbstsigniertes Zertifikat.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>It replaces the self-signed certificate that the server made. Devices that were told to trust the old one must be told to trust the new one. A running server uses it for the next connections.</source>
      <translation>Es ersetzt das selbstsignierte Zertifikat, das der Server erstellt hat. Geräte, die dem alten vertrauen, müssen auch auf das neue eingerichtet werden. Ein laufender Server verwendet es für die nächsten Verbindungen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>Password of the File</source>
      <translation>Kennwort der Datei</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>Password of {path}:</source>
      <translation>Kennwort von {path}:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>It is valid for 1 more day.</source>
      <translation>Es ist noch 1 Tag gültig.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>It is valid for {left} more days.</source>
      <translation>Es ist noch {left} Tage gültig.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>Valid for {left:,} more days. Programs that check certificates don't know who made it; scanners and mail programs can be told to trust it.</source>
      <translation>Noch {left:,} Tage gültig. Programme, die Zertifikate prüfen, kennen den Aussteller nicht; Scanner und E-Mail-Programme lassen sich so einrichten, dass sie ihm vertrauen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/certificate.py" />
      <source>Valid for {left:,} more days.</source>
      <translation>Noch {left:,} Tage gültig.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/columns.py" />
      <source>Columns</source>
      <translation>Spalten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/columns.py" />
      <source>Columns in their order</source>
      <translation>Spalten in ihrer Reihenfolge</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/columns.py" />
      <source>&amp;Columns in their order:</source>
      <translation>&amp;Spalten in ihrer Reihenfolge:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/columns.py" />
      <source>&amp;Reset</source>
      <translation>&amp;Zurücksetzen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/columns.py" />
      <source>Shows all columns in their usual order and with their usual widths</source>
      <translation>Zeigt alle Spalten in der üblichen Reihenfolge und Breite</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/columns.py" />
      <source>Move &amp;Up</source>
      <translation>Nach &amp;oben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/columns.py" />
      <source>Move &amp;Down</source>
      <translation>Nach &amp;unten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/columns.py" />
      <source>A tick shows a column. All lists of this kind remember it.</source>
      <translation>Ein Häkchen zeigt die Spalte an. Alle Listen dieser Art merken sich das.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/columns.py" />
      <source>A list needs a column.</source>
      <translation>Eine Liste braucht eine Spalte.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/columns.py" />
      <source>(no title)</source>
      <translation>(kein Titel)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_device.py" />
      <source>What a scanner, a mail program or your own program needs to send through this server.</source>
      <translation>Was ein Scanner, ein E-Mail-Programm oder Ihr eigenes Programm braucht, um über diesen Server zu senden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <source>none: the device is known by its address</source>
      <translation>keines: Das Gerät wird an seiner Adresse erkannt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <source>that of the mailbox (it can't be shown)</source>
      <translation>das des Postfachs (es kann nicht angezeigt werden)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <source>Copy &amp;All</source>
      <translation>&amp;Alles kopieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <source>For a phone at the device. The password is not in it.</source>
      <translation>Für ein Telefon am Gerät. Das Kennwort ist nicht enthalten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <source>{place}. The names differ a little from model to model.</source>
      <translation>{place}. Die Namen weichen je nach Modell etwas ab.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <location filename="../../../app/posthouse_console/dialogs/send_history.py" />
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <location filename="../../../server/posthouse_server/diagnose/catalogue.py" />
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>Port</source>
      <translation>Port</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <location filename="../../../app/posthouse_console/properties/smtp/security.py" />
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Security</source>
      <translation>Sicherheit</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>User name</source>
      <translation>Benutzername</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <location filename="../../../app/posthouse_console/widgets/password_field.py" />
      <location filename="../../../app/posthouse_console/widgets/smart_host_form.py" />
      <source>Password</source>
      <translation>Kennwort</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <source>F&amp;or:</source>
      <translation>&amp;Für:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <source>&amp;Through:</source>
      <translation>Übe&amp;r:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <location filename="../../../app/posthouse_console/dialogs/send_test.py" />
      <source>S&amp;erver:</source>
      <translation>S&amp;erver:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <location filename="../../../app/posthouse_console/dialogs/reroute.py" />
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>&amp;Port:</source>
      <translation>&amp;Port:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <source>Securit&amp;y:</source>
      <translation>Si&amp;cherheit:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>&amp;User name:</source>
      <translation>&amp;Benutzername:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <location filename="../../../app/posthouse_console/wizard/mailbox.py" />
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>Pass&amp;word:</source>
      <translation>&amp;Kennwort:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <source>&amp;Device or program:</source>
      <translation>&amp;Gerät oder Programm:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <source>or {others}</source>
      <translation>oder {others}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <location filename="../../../app/posthouse_console/properties/default_question.py" />
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>none</source>
      <translation>keine Angabe</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <source>The range is not saved yet: nobody in it can send before it is.</source>
      <translation>Der Bereich ist noch nicht gespeichert: Vorher kann niemand daraus senden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <source>Range {range}, not saved yet</source>
      <translation>Bereich {range}, noch nicht gespeichert</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/connect_panel.py" />
      <source>There is no mailbox and no privileged range yet, or no port: Set Up Posthouse makes them.</source>
      <translation>Es gibt noch kein Postfach und keinen privilegierten Bereich, oder keinen Port: „Posthouse einrichten“ legt sie an.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/directory_question.py" />
      <source>What this changes for the mail of the last days is being looked up…</source>
      <translation>Es wird ermittelt, was das für die Nachrichten der letzten Tage ändert…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/directory_question.py" />
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <location filename="../../../app/posthouse_console/dialogs/way_back.py" />
      <location filename="../../../app/posthouse_console/widgets/preview_button.py" />
      <source>&amp;Preview…</source>
      <translation>&amp;Vorschau…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/directory_question.py" />
      <source>Who can relay afterwards: {sentence}</source>
      <translation>Wer danach weiterleiten darf: {sentence}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/domain_properties.py" />
      <source>As Security says for the whole server</source>
      <translation>Wie unter „Sicherheit“ für den Server</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/domain_properties.py" />
      <source>Accept them</source>
      <translation>Annehmen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/domain_properties.py" />
      <source>Refuse them</source>
      <translation>Ablehnen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/domain_properties.py" />
      <source>{domain} Properties</source>
      <translation>Eigenschaften von {domain}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/domain_properties.py" />
      <source>What becomes of mail to addresses of this domain that nobody has.</source>
      <translation>Was mit Nachrichten an Adressen dieser Domäne geschieht, die niemand hat.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/domain_properties.py" />
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>None</source>
      <translation>Keine</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/domain_properties.py" />
      <source>&amp;Catch-all:</source>
      <translation>&amp;Sammelpostfach (Catch-all):</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/domain_properties.py" />
      <source>&amp;Unknown Recipients:</source>
      <translation>&amp;Unbekannte Empfänger:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/domain_properties.py" />
      <source>{login} receives it. Only where Security disables all catchalls does the second choice count.</source>
      <translation>{login} erhält sie. Die zweite Auswahl zählt nur, wenn unter „Sicherheit“ alle Sammelpostfächer ausgeschaltet sind.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/domain_properties.py" />
      <source>It is accepted, and bounces later: senders whose addresses are forged get bounces that they never asked for.</source>
      <translation>Sie werden angenommen und später zurückgesendet: Absender mit gefälschter Adresse erhalten Unzustellbarkeitsmeldungen, die sie nie veranlasst haben.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/domain_properties.py" />
      <source>The sender's server is told at once that there is no such mailbox.</source>
      <translation>Der Server des Absenders erfährt sofort, dass es dieses Postfach nicht gibt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/domain_properties.py" />
      <source>SMTP Properties &gt; Security refuses unknown recipients unless it is switched off there.</source>
      <translation>SMTP-Eigenschaften &gt; Sicherheit lehnt unbekannte Empfänger ab, sofern es dort nicht ausgeschaltet ist.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/export_progress.py" />
      <source>Rows written</source>
      <translation>Geschriebene Zeilen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/export_progress.py" />
      <source>{number} {noun} written to {file_name}…</source>
      <translation>{number} {noun} in {file_name} geschrieben…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_address.py" />
      <source>Find Email Address</source>
      <translation>E-Mail-Adresse suchen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_address.py" />
      <source>A part of the address</source>
      <translation>Ein Teil der Adresse</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_address.py" />
      <source>&amp;Go To</source>
      <translation>&amp;Gehe zu</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_address.py" />
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>&amp;Address:</source>
      <translation>&amp;Adresse:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_address.py" />
      <location filename="../../../app/posthouse_console/models/address_rows.py" />
      <source>Address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_address.py" />
      <source>The first {most} are shown; type more of the address.</source>
      <translation>Die ersten {most} werden angezeigt; geben Sie mehr von der Adresse ein.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_address.py" />
      <source>No mailbox, group or catch-all has such an address.</source>
      <translation>Kein Postfach, keine Gruppe und kein Sammelpostfach hat eine solche Adresse.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_address.py" />
      <source>Type a part of the address.</source>
      <translation>Geben Sie einen Teil der Adresse ein.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_address.py" />
      <source>{number} found.</source>
      <translation>{number} gefunden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_message.py" />
      <source>An id such as K7Q2-9FXB, an address, words of a subject or of a reply</source>
      <translation>Eine ID wie K7Q2-9FXB, eine Adresse, Wörter aus Betreff oder Antwort</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_message.py" />
      <source>Type what you know of the message. The subject is known only while it waits or is in Bad Mail.</source>
      <translation>Geben Sie ein, was Sie von der Nachricht wissen. Der Betreff ist nur bekannt, solange sie wartet oder in Bad Mail liegt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_message.py" />
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <location filename="../../../server/posthouse_server/store/preview.py" />
      <location filename="../../../server/posthouse_server/store/preview_effect.py" />
      <source>1 message</source>
      <translation>1 Nachricht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_message.py" />
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>{number} messages</source>
      <translation>{number} Nachrichten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_message.py" />
      <source>Find Message</source>
      <translation>Nachricht suchen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_message.py" />
      <source>&amp;Find</source>
      <translation>&amp;Suchen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_message.py" />
      <source>&amp;Stop</source>
      <translation>A&amp;bbrechen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_message.py" />
      <source>How much was looked through</source>
      <translation>Wie viel durchsucht wurde</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_message.py" />
      <source>The life of the message</source>
      <translation>Der Weg der Nachricht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_message.py" />
      <source>F&amp;ind:</source>
      <translation>Su&amp;chen:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_message.py" />
      <source>{number} so far…</source>
      <translation>Bisher {number}…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_message.py" />
      <source>, the newest there are; more words find fewer</source>
      <translation>, die neuesten; mehr Wörter finden weniger</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_message.py" />
      <source>; the search was stopped</source>
      <translation>; die Suche wurde abgebrochen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_message.py" />
      <source>{number} found{more}{stopped}.</source>
      <translation>{number} gefunden{more}{stopped}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_message.py" />
      <source>The search was stopped before anything was found.</source>
      <translation>Die Suche wurde abgebrochen, bevor etwas gefunden wurde.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/find_message.py" />
      <source>Nothing was found in the queues, Bad Mail or the trace. Fewer words find more.</source>
      <translation>In den Warteschlangen, in Bad Mail und im Protokoll wurde nichts gefunden. Weniger Wörter finden mehr.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/group.py" />
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>Members</source>
      <translation>Mitglieder</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/group.py" />
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>&amp;Friendly Name:</source>
      <translation>Anzei&amp;gename:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/group.py" />
      <source>&amp;Members:</source>
      <translation>&amp;Mitglieder:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/group.py" />
      <source>The group name is the part before the @ only.</source>
      <translation>Der Gruppenname ist nur der Teil vor dem @.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/group.py" />
      <source>A group can't have this name, since it asks for routing.</source>
      <translation>Eine Gruppe kann diesen Namen nicht haben, weil er Routing verlangt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/group.py" />
      <source>First type the name of the group.</source>
      <translation>Geben Sie zuerst den Namen der Gruppe ein.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/group.py" />
      <source>{address} Properties</source>
      <translation>Eigenschaften von {address}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/group.py" />
      <source>Group &amp;Name:</source>
      <translation>Gruppen&amp;name:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/group.py" />
      <source>Address:</source>
      <translation>Adresse:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/group.py" />
      <source>Each member gets one copy, whether it is of this server or of another one. A group is an address to write to: nobody logs in with it, and as a sender it opens nothing.</source>
      <translation>Jedes Mitglied erhält eine Kopie, ob auf diesem oder einem anderen Server. Eine Gruppe ist eine Adresse, an die man schreibt: Niemand meldet sich damit an, und als Absender erlaubt sie nichts.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/group.py" />
      <location filename="../../../app/posthouse_console/dialogs/new_mailbox.py" />
      <source>&amp;Domain:</source>
      <translation>&amp;Domäne:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/group.py" />
      <source>Without members it refuses all mail.</source>
      <translation>Ohne Mitglieder lehnt sie alle Nachrichten ab.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <source>Created</source>
      <translation>Angelegt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <source>Changed</source>
      <translation>Geändert</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <source>Unchanged</source>
      <translation>Unverändert</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <location filename="../../../app/posthouse_console/dialogs/preview_view.py" />
      <location filename="../../../app/posthouse_console/dialogs/relay_answer.py" />
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <location filename="../../../app/posthouse_console/models/decision_rows.py" />
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <location filename="../../../app/posthouse_console/models/hit_rows.py" />
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>Refused</source>
      <translation>Abgelehnt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <source>Import {file}</source>
      <translation>{file} importieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <source>Lines of the file</source>
      <translation>Zeilen der Datei</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <source>Reason &amp;in full:</source>
      <translation>&amp;Grund vollständig:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <source>I&amp;mport</source>
      <translation>I&amp;mportieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <source>Reading the file…</source>
      <translation>Die Datei wird gelesen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <source>Importing…</source>
      <translation>Wird importiert…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <source>Line</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <location filename="../../../app/posthouse_console/dialogs/send_history.py" />
      <source>Outcome</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <location filename="../../../app/posthouse_console/widgets/changes_table.py" />
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <location filename="../../../app/posthouse_console/models/ban_rows.py" />
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>Reason</source>
      <translation>Grund</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <source>This is what the file would do; nothing is changed yet. It is taken in as one revision, which History can take back.</source>
      <translation>Das würde die Datei bewirken; noch ist nichts geändert. Sie wird als eine Revision übernommen, die im Verlauf zurückgenommen werden kann.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <source>Imported: {sentence}</source>
      <translation>Importiert: {sentence}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <source>{file} is not in UTF-8; save it as CSV UTF-8.</source>
      <translation>{file} ist nicht in UTF-8; speichern Sie die Datei als CSV UTF-8.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <source>{file} could not be read: {reason}.</source>
      <translation>{file} konnte nicht gelesen werden: {reason}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/import_directory.py" />
      <source>There is nothing to import.</source>
      <translation>Es gibt nichts zu importieren.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>&amp;Messages</source>
      <translation>&amp;Nachrichten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>This mailbox is empty.</source>
      <translation>Dieses Postfach ist leer.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>&amp;Delete…</source>
      <translation>&amp;Löschen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>&amp;Save Message…</source>
      <translation>Nachricht &amp;speichern…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <location filename="../../../app/posthouse_console/navigation/abuse_pane.py" />
      <source>Re&amp;fresh</source>
      <translation>Aktualisie&amp;ren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>; the newest {listed} are listed</source>
      <translation>; die neuesten {listed} sind aufgeführt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>{total} messages, {unread} of them unread{more}. Reading here leaves them so.</source>
      <translation>{total} Nachrichten, davon {unread} ungelesen{more}. Lesen ändert daran hier nichts.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>{number} messages are chosen.</source>
      <translation>{number} Nachrichten sind ausgewählt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>Delete this message for good?</source>
      <translation>Diese Nachricht endgültig löschen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>Delete these {number} messages for good?</source>
      <translation>Diese {number} Nachrichten endgültig löschen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>• {subject}, from {sender}</source>
      <translation>• {subject}, von {sender}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>Delete Messages</source>
      <translation>Nachrichten löschen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>Save As</source>
      <translation>Speichern unter</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>Saved as {target}.</source>
      <translation>Gespeichert als {target}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>• and {number} more</source>
      <translation>• und {number} weitere</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>1 message deleted.</source>
      <translation>1 Nachricht gelöscht.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>{number} messages deleted.</source>
      <translation>{number} Nachrichten gelöscht.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>Reading the mailbox…</source>
      <translation>Das Postfach wird gelesen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>Choose a message to read it.</source>
      <translation>Wählen Sie eine Nachricht aus, um sie zu lesen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <location filename="../../../app/posthouse_console/models/message_rows.py" />
      <source>(no subject)</source>
      <translation>(kein Betreff)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <location filename="../../../app/posthouse_console/models/message_rows.py" />
      <source>(nobody)</source>
      <translation>(niemand)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_messages.py" />
      <source>They can't be brought back.</source>
      <translation>Sie lassen sich nicht zurückholen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <location filename="../../../app/posthouse_console/models/address_rows.py" />
      <source>address</source>
      <translation>Adresse</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <location filename="../../../app/posthouse_console/models/address_rows.py" />
      <source>addresses</source>
      <translation>Adressen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>Each must be of a domain of this server, and nobody else's.</source>
      <translation>Jede muss zu einer Domäne dieses Servers gehören und darf sonst niemandem gehören.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>Addresses here or anywhere else.</source>
      <translation>Adressen hier oder anderswo.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>&amp;General</source>
      <translation>&amp;Allgemein</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>&amp;Addresses</source>
      <translation>A&amp;dressen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>&amp;Redirection</source>
      <translation>&amp;Umleitung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>&amp;Quota</source>
      <translation>K&amp;ontingent</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <location filename="../../../server/posthouse_server/store/mailbox_work.py" />
      <source>A redirection needs at least one address.</source>
      <translation>Eine Umleitung braucht mindestens eine Adresse.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>{address} can't be used: its local part asks for routing.</source>
      <translation>{address} kann nicht verwendet werden: Der lokale Teil verlangt Routing.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>Mailbox is &amp;enabled</source>
      <translation>Postfach &amp;ist aktiviert</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>Login:</source>
      <translation>Anmeldename:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <location filename="../../../app/posthouse_console/widgets/ranges_model.py" />
      <source>Addresses</source>
      <translation>Adressen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <location filename="../../../server/posthouse_server/store/mailbox_work.py" />
      <source>A mailbox needs an address; disable it to let it receive nothing.</source>
      <translation>Ein Postfach braucht eine Adresse; deaktivieren Sie es, wenn es nichts empfangen soll.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>Addresses that the mail is passed on to</source>
      <translation>Adressen, an die umgeleitet wird</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source> KB</source>
      <translation> KB</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>&amp;Quota:</source>
      <translation>&amp;Kontingent:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>Quota</source>
      <translation>Kontingent</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>Disk Usage:</source>
      <translation>Belegter Speicher:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>{kilobytes} KB in {messages} messages, {unread} of them unread</source>
      <translation>{kilobytes} KB in {messages} Nachrichten, davon {unread} ungelesen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <location filename="../../../app/posthouse_console/dialogs/new_mailbox.py" />
      <source>Mailbox &amp;Type:</source>
      <translation>Postfach&amp;typ:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <location filename="../../../app/posthouse_console/dialogs/set_password.py" />
      <source>New &amp;Password:</source>
      <translation>Neues &amp;Kennwort:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>Leave it empty to keep the password. The old one is known to nobody.</source>
      <translation>Lassen Sie das Feld leer, um das Kennwort zu behalten. Das alte kennt niemand.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>A disabled mailbox neither logs in nor receives. One of type ADMIN reads the mail to postmaster.</source>
      <translation>Ein deaktiviertes Postfach kann sich nicht anmelden und nichts empfangen. Eines vom Typ ADMIN liest die Nachrichten an postmaster.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>Mail to any of these goes to this mailbox, and each is a name to log in with.</source>
      <translation>Nachrichten an jede dieser Adressen gehen an dieses Postfach, und jede ist ein Anmeldename.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>&amp;Keep the mail here</source>
      <translation>Nachrichten &amp;hier behalten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>Keep it here and send a cop&amp;y to these addresses</source>
      <translation>Hier behalten und eine Kopie an diese Adressen &amp;senden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>Send it to these addresses &amp;instead</source>
      <translation>S&amp;tattdessen an diese Adressen senden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>The sender of the envelope stays who it is. Mail in circles is stopped.</source>
      <translation>Der Absender des Umschlags bleibt unverändert. Nachrichten im Kreis werden gestoppt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_pages.py" />
      <source>0 is none. A full mailbox refuses mail for the time being (452 4.2.2), so that senders try again; a message that is larger than the quota is refused for good (552 5.2.2).</source>
      <translation>0 bedeutet kein Kontingent. Ein volles Postfach lehnt Nachrichten vorläufig ab (452 4.2.2), damit Absender es erneut versuchen; eine Nachricht, die größer als das Kontingent ist, wird endgültig abgelehnt (552 5.2.2).</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_properties.py" />
      <source>Change something first; then this shows what it would mean for the mail of the last 30 days.</source>
      <translation>Ändern Sie zuerst etwas; dann zeigt die Vorschau, was es für die Nachrichten der letzten 30 Tage bedeuten würde.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_properties.py" />
      <source>{login} Properties</source>
      <translation>Eigenschaften von {login}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/mailbox_properties.py" />
      <source>Saved.</source>
      <translation>Gespeichert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/dialogs/send_history.py" />
      <location filename="../../../app/posthouse_console/models/decision_rows.py" />
      <location filename="../../../app/posthouse_console/models/outcome_rows.py" />
      <source>Recipient</source>
      <translation>Empfänger</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <location filename="../../../app/posthouse_console/models/message_rows.py" />
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/dialogs/send_history.py" />
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>Attempts</source>
      <translation>Versuche</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <source>Last attempt</source>
      <translation>Letzter Versuch</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>Next attempt</source>
      <translation>Nächster Versuch</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>Accepted by</source>
      <translation>Angenommen durch</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <source>Decision</source>
      <translation>Entscheidung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <source>Through</source>
      <translation>Über</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>Last reply</source>
      <translation>Letzte Antwort</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <source>{client}, which said HELO {helo}</source>
      <translation>{client}, mit HELO {helo}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>This server itself</source>
      <translation>Dieser Server selbst</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <source>Message Information: {message_id}</source>
      <translation>Nachrichteninformationen: {message_id}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <source>Reading the message…</source>
      <translation>Die Nachricht wird gelesen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/dialogs/preview_view.py" />
      <location filename="../../../app/posthouse_console/models/hit_rows.py" />
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <location filename="../../../app/posthouse_console/widgets/suggestions_table.py" />
      <source>Recipients</source>
      <translation>Empfänger</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <source>Last repl&amp;y in full:</source>
      <translation>Letzte Antwort &amp;vollständig:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/dialogs/message_view.py" />
      <location filename="../../../app/posthouse_console/properties/smtp/advanced.py" />
      <source>Headers</source>
      <translation>Kopfzeilen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <source>&amp;Recipients</source>
      <translation>&amp;Empfänger</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/dialogs/message_view.py" />
      <source>&amp;Headers</source>
      <translation>&amp;Kopfzeilen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/models/decision_rows.py" />
      <location filename="../../../app/posthouse_console/models/hit_rows.py" />
      <source>Id</source>
      <translation>ID</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/models/hit_rows.py" />
      <location filename="../../../app/posthouse_console/models/message_rows.py" />
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Subject</source>
      <translation>Betreff</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/models/decision_rows.py" />
      <location filename="../../../app/posthouse_console/models/hit_rows.py" />
      <location filename="../../../app/posthouse_console/models/outcome_rows.py" />
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>Sender</source>
      <translation>Absender</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <location filename="../../../app/posthouse_console/models/decision_rows.py" />
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Login</source>
      <translation>Anmeldename</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <location filename="../../../app/posthouse_console/models/ban_rows.py" />
      <location filename="../../../app/posthouse_console/models/decision_rows.py" />
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Client</source>
      <translation>Client</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <location filename="../../../app/posthouse_console/service/books_words.py" />
      <source>Accepted</source>
      <translation>Angenommen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <source>{at:%Y-%m-%d %H:%M:%S}, {age} ago</source>
      <translation>{at:%Y-%m-%d %H:%M:%S}, vor {age}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/models/message_rows.py" />
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>Size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <source>{size} ({bytes} bytes)</source>
      <translation>{size} ({bytes} Bytes)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <source>As the settings say</source>
      <translation>Wie in den Einstellungen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <source>This message has left the queue: it was delivered, returned or removed. Its send history says more.</source>
      <translation>Diese Nachricht hat die Warteschlange verlassen: Sie wurde zugestellt, zurückgesendet oder entfernt. Der Zustellverlauf zeigt mehr.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>(none)</source>
      <translation>(keiner)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_information.py" />
      <source>&lt;&gt; (a notification: it is never returned)</source>
      <translation>&lt;&gt; (eine Benachrichtigung: Sie wird nie zurückgesendet)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_view.py" />
      <source>Pictures, styles and whatever would be loaded from elsewhere are left out; links are not opened.</source>
      <translation>Bilder, Formatvorlagen und alles, was von anderswo geladen würde, sind weggelassen; Links werden nicht geöffnet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_view.py" />
      <source>Plain text</source>
      <translation>Nur Text</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_view.py" />
      <source>&amp;Plain text</source>
      <translation>Nur T&amp;ext</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_view.py" />
      <source>Source</source>
      <translation>Quelltext</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_view.py" />
      <source>Attachments</source>
      <translation>Anhänge</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_view.py" />
      <source>Save A&amp;ttachment…</source>
      <translation>Anhan&amp;g speichern…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_view.py" />
      <source>Attac&amp;hments:</source>
      <translation>An&amp;hänge:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_view.py" />
      <source>Te&amp;xt</source>
      <translation>Te&amp;xt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_view.py" />
      <source>S&amp;ource</source>
      <translation>&amp;Quelltext</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_view.py" />
      <source>This message has no text.</source>
      <translation>Diese Nachricht hat keinen Text.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/message_view.py" />
      <source>This link leads to {address}; it is not opened here.</source>
      <translation>Dieser Link führt zu {address}; er wird hier nicht geöffnet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/new_domain.py" />
      <source>A new one, named like the domain</source>
      <translation>Ein neues, benannt wie die Domäne</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/new_domain.py" />
      <source>New Domain</source>
      <translation>Neue Domäne</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/new_domain.py" />
      <source>Mail for this domain is accepted and kept here. It is local: sending to it is never relaying.</source>
      <translation>Nachrichten für diese Domäne werden hier angenommen und aufbewahrt. Sie ist lokal: Senden an sie ist nie Weiterleiten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/new_domain.py" />
      <source>&amp;Domain Name:</source>
      <translation>&amp;Domänenname:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/new_domain.py" />
      <source>&amp;Post Office:</source>
      <translation>&amp;Postoffice:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/new_domain.py" />
      <source>First type the name of the domain.</source>
      <translation>Geben Sie zuerst den Namen der Domäne ein.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/new_mailbox.py" />
      <source>Mailbox &amp;Name:</source>
      <translation>Postfach&amp;name:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/new_mailbox.py" />
      <location filename="../../../app/posthouse_console/dialogs/send_test.py" />
      <source>&amp;Password:</source>
      <translation>&amp;Kennwort:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/new_mailbox.py" />
      <location filename="../../../app/posthouse_console/wizard/mailbox.py" />
      <source>The mailbox name is the part before the @ only.</source>
      <translation>Der Postfachname ist nur der Teil vor dem @.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/new_mailbox.py" />
      <location filename="../../../app/posthouse_console/wizard/mailbox.py" />
      <source>A mailbox name has letters, digits, dot, hyphen, plus and underscore.</source>
      <translation>Ein Postfachname besteht aus Buchstaben, Ziffern, Punkt, Bindestrich, Plus und Unterstrich.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/new_mailbox.py" />
      <source>First type the name of the mailbox.</source>
      <translation>Geben Sie zuerst den Namen des Postfachs ein.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/new_mailbox.py" />
      <source>Logs in as {login} or with its address. Receives mail for {addresses}.</source>
      <translation>Meldet sich als {login} oder mit seiner Adresse an. Empfängt Nachrichten für {addresses}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/open_relay_test.py" />
      <source>No test has run yet. It shows whether strangers could send mail through this server.</source>
      <translation>Es wurde noch kein Test ausgeführt. Er zeigt, ob Fremde über diesen Server senden könnten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/open_relay_test.py" />
      <source>The running server is attacked by its own code, with all the forms of sender and recipient that relays have been abused by. Nothing that gets through is queued or delivered.</source>
      <translation>Der laufende Server wird von seinem eigenen Code angegriffen, mit allen Formen von Absender und Empfänger, mit denen Relays missbraucht wurden. Was durchkommt, wird weder eingereiht noch zugestellt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/open_relay_test.py" />
      <source>The test is running…</source>
      <translation>Der Test läuft…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/open_relay_test.py" />
      <source>&amp;Run Test</source>
      <translation>&amp;Test starten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/open_relay_test.py" />
      <source>&amp;Start the Server and Test</source>
      <translation>&amp;Server starten und testen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/open_relay_test.py" />
      <source>{at:%Y-%m-%d %H:%M:%S}, revision {revision}: {verdict} ({reason})</source>
      <translation>{at:%Y-%m-%d %H:%M:%S}, Revision {revision}: {verdict} ({reason})</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/open_relay_test.py" />
      <source>Test for Open Relay</source>
      <translation>Auf offenes Relay testen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/open_relay_test.py" />
      <source>Attempts made</source>
      <translation>Ausgeführte Versuche</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/open_relay_test.py" />
      <source>Test for open relay</source>
      <translation>Test auf offenes Relay</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/open_relay_test.py" />
      <source>&amp;Earlier tests:</source>
      <translation>&amp;Frühere Tests:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/open_relay_test.py" />
      <source>{sentence} (Revision {revision}.)</source>
      <translation>{sentence} (Revision {revision}.)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/open_relay_test.py" />
      <source>The server: {state}.</source>
      <translation>Der Server: {state}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/open_relay_test.py" />
      <source>The console closes; the server goes on with the test.</source>
      <translation>Die Konsole wird geschlossen; der Server setzt den Test fort.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/open_relay_test.py" />
      <source>The server could not be started, so nothing was tested. {why}</source>
      <translation>Der Server konnte nicht gestartet werden, daher wurde nichts getestet. {why}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/preview_view.py" />
      <source>Local</source>
      <translation>Lokal</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/preview_view.py" />
      <location filename="../../../app/posthouse_console/properties/smtp/relay.py" />
      <location filename="../../../server/posthouse_server/policy/explanation.py" />
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Relay</source>
      <translation>Relay</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/preview_view.py" />
      <source>change</source>
      <translation>Änderung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/preview_view.py" />
      <source>changes</source>
      <translation>Änderungen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/preview_view.py" />
      <source>Mail to {recipient}</source>
      <translation>Nachrichten an {recipient}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/preview_view.py" />
      <location filename="../../../app/posthouse_console/widgets/suggestions_table.py" />
      <source>Who</source>
      <translation>Wer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/preview_view.py" />
      <location filename="../../../app/posthouse_console/widgets/changes_table.py" />
      <source>Before</source>
      <translation>Vorher</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/preview_view.py" />
      <location filename="../../../app/posthouse_console/widgets/changes_table.py" />
      <source>After</source>
      <translation>Nachher</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/preview_view.py" />
      <source>How far the comparison is</source>
      <translation>Fortschritt des Vergleichs</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/preview_view.py" />
      <source>What changes</source>
      <translation>Was sich ändert</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/preview_view.py" />
      <source>Comparing the traffic of the last {days} days…</source>
      <translation>Der Verkehr der letzten {days} Tage wird verglichen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/preview_view.py" />
      <source>… and {number} more</source>
      <translation>… und {number} weitere</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/preview_view.py" />
      <source>And {number:,} more.</source>
      <translation>Und {number:,} weitere.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/previewed_save.py" />
      <source>Nothing was changed. {error}</source>
      <translation>Nichts wurde geändert. {error}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>These messages were relayed without a password by these entries of Privileged IPs. Choose one.</source>
      <translation>Diese Nachrichten wurden durch diese Einträge der privilegierten IPs ohne Kennwort weitergeleitet. Wählen Sie einen aus.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>Nobody has relayed by it in the last {days} days. Remove it instead.</source>
      <translation>Niemand hat in den letzten {days} Tagen darüber weitergeleitet. Entfernen Sie ihn stattdessen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>Entries of Privileged IPs</source>
      <translation>Einträge der privilegierten IPs</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>To &amp;all of it but {client}</source>
      <translation>Auf &amp;alles außer {client}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>It beco&amp;mes:</source>
      <translation>Daraus &amp;wird:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>What comes in its place</source>
      <translation>Was an seine Stelle tritt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>{client} relays without a password by this entry of Privileged IPs.</source>
      <translation>{client} leitet durch diesen Eintrag der privilegierten IPs ohne Kennwort weiter.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>{client} relays without a password by these entries of Privileged IPs. Choose one.</source>
      <translation>{client} leitet durch diese Einträge der privilegierten IPs ohne Kennwort weiter. Wählen Sie einen aus.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>These messages were relayed without a password by this entry of Privileged IPs.</source>
      <translation>Diese Nachrichten wurden durch diesen Eintrag der privilegierten IPs ohne Kennwort weitergeleitet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>Others relay by all of it: it can't be tighter.</source>
      <translation>Andere leiten über den ganzen Bereich weiter: Er kann nicht enger sein.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>Nobody else has relayed by it in the last {days} days. Remove it instead.</source>
      <translation>Niemand sonst hat in den letzten {days} Tagen darüber weitergeleitet. Entfernen Sie ihn stattdessen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>Very many addresses need a password to relay from then on</source>
      <translation>Sehr viele Adressen brauchen dann ein Kennwort, um weiterzuleiten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>Narrow Range</source>
      <translation>Bereich eingrenzen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>Remove Range</source>
      <translation>Bereich entfernen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>To the &amp;other clients that used it in the last {days} days</source>
      <translation>Auf die an&amp;deren Clients, die ihn in den letzten {days} Tagen benutzt haben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>To the &amp;clients that used it in the last {days} days</source>
      <translation>Auf die &amp;Clients, die ihn in den letzten {days} Tagen benutzt haben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>&amp;Narrow</source>
      <translation>&amp;Einengen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <location filename="../../../app/posthouse_console/widgets/ranges_panel.py" />
      <source>&amp;Remove</source>
      <translation>&amp;Entfernen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <location filename="../../../app/posthouse_console/dialogs/suggest.py" />
      <source>The recorded traffic is being looked through.</source>
      <translation>Der aufgezeichnete Verkehr wird durchgesehen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>{client} is also in {ranges} and may relay by that.</source>
      <translation>{client} ist auch in {ranges} und darf dadurch weiterleiten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>1 address needs a password to relay from then on</source>
      <translation>1 Adresse braucht dann ein Kennwort, um weiterzuleiten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>{number} addresses need a password to relay from then on</source>
      <translation>{number} Adressen brauchen dann ein Kennwort, um weiterzuleiten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>{who}, {client} included.</source>
      <translation>{who}, auch {client}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>{who}, whoever they are.</source>
      <translation>{who}, wer auch immer sie nutzt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/range_change.py" />
      <source>Note, end, hours and senders of the entry stay.</source>
      <translation>Notiz, Ende, Zeiten und Absender des Eintrags bleiben.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_answer.py" />
      <source>Accepted for delivery here</source>
      <translation>Zur Zustellung hier angenommen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_answer.py" />
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>Accepted and relayed</source>
      <translation>Angenommen und weitergeleitet</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_answer.py" />
      <source>{verdict} in the mailbox {login}</source>
      <translation>{verdict}, im Postfach {login}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_answer.py" />
      <source>Rules in the order in which they are looked at</source>
      <translation>Regeln in der Reihenfolge, in der sie geprüft werden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_answer.py" />
      <source>{verdict}, by the rule “{rule}”.</source>
      <translation>{verdict}, durch die Regel „{rule}“.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_answer.py" />
      <source>The client is told: {reply}</source>
      <translation>Der Client erhält: {reply}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_answer.py" />
      <source>Refused, by “{rule}”.</source>
      <translation>Abgelehnt durch „{rule}“.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_answer.py" />
      <source>The client was told: {reply}</source>
      <translation>Der Client erhielt: {reply}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_question.py" />
      <source>What if…</source>
      <translation>Was wäre, wenn…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_question.py" />
      <source>Nobody (not logged in)</source>
      <translation>Niemand (nicht angemeldet)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_question.py" />
      <source>The connection is encrypted (&amp;TLS)</source>
      <translation>Die Verbindung ist verschlüsselt (&amp;TLS)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_question.py" />
      <source>Empty: the null sender of bounces</source>
      <translation>Leer: der leere Absender von Unzustellbarkeitsmeldungen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_question.py" />
      <source>&amp;Check</source>
      <translation>&amp;Prüfen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_question.py" />
      <source>&amp;IP address of the client:</source>
      <translation>&amp;IP-Adresse des Clients:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_question.py" />
      <source>&amp;Logged in as:</source>
      <translation>An&amp;gemeldet als:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_question.py" />
      <source>&amp;Sender:</source>
      <translation>&amp;Absender:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_question.py" />
      <source>&amp;Recipient:</source>
      <translation>&amp;Empfänger:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_question.py" />
      <source>Ti&amp;me:</source>
      <translation>&amp;Zeit:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/relay_question.py" />
      <source>IP address of the client: {error}.</source>
      <translation>IP-Adresse des Clients: {error}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/remedies_panel.py" />
      <source>What would allow it, the narrowest first</source>
      <translation>Was es erlauben würde, das Engste zuerst</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/remedies_panel.py" />
      <source>Preview and apply…</source>
      <translation>Vorschau und übernehmen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/remedies_panel.py" />
      <source>Preview and apply: {title}</source>
      <translation>Vorschau und übernehmen: {title}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/remedy_application.py" />
      <location filename="../../../app/posthouse_console/dialogs/remedy_dialog.py" />
      <source>Allow It</source>
      <translation>Erlauben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/remedy_application.py" />
      <source>&amp;Lift</source>
      <translation>Sperre auf&amp;heben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/remedy_application.py" />
      <source>This can't be done.</source>
      <translation>Das geht nicht.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/remedy_application.py" />
      <source>Saved as revision {revision}.</source>
      <translation>Gespeichert als Revision {revision}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/remedy_application.py" />
      <source>The ban of {client} is lifted.</source>
      <translation>Die Sperre von {client} ist aufgehoben.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/remedy_application.py" />
      <source>{client} is not banned any more.</source>
      <translation>{client} ist nicht mehr gesperrt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/remedy_application.py" />
      <source>No setting changes by this, so the recorded traffic is judged as before.</source>
      <translation>Dadurch ändert sich keine Einstellung; der aufgezeichnete Verkehr wird also wie zuvor beurteilt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/remedy_dialog.py" />
      <source>Who can relay?: {title}</source>
      <translation>Wer darf weiterleiten?: {title}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/remedy_dialog.py" />
      <location filename="../../../app/posthouse_console/properties/smtp/form_page.py" />
      <location filename="../../../app/posthouse_console/widgets/dialog_buttons.py" />
      <source>&amp;Apply</source>
      <translation>Ü&amp;bernehmen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/reroute.py" />
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>this message</source>
      <translation>diese Nachricht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/reroute.py" />
      <source>Change Smart Host</source>
      <translation>Smarthost ändern</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/reroute.py" />
      <source>Deliver {what} through another server than the settings say. It must take mail from this server without a login; TLS is used where it is offered.</source>
      <translation>Sendet {what} über einen anderen Server, als die Einstellungen vorsehen. Er muss Nachrichten von diesem Server ohne Anmeldung annehmen; TLS wird verwendet, wo es angeboten wird.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/reroute.py" />
      <source>&amp;Change</source>
      <translation>Ä&amp;ndern</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/reroute.py" />
      <source>Empty: as the settings say</source>
      <translation>Leer: wie in den Einstellungen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/reroute.py" />
      <source>&amp;Release at once</source>
      <translation>So&amp;fort freigeben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/reroute.py" />
      <source>&amp;Server:</source>
      <translation>&amp;Server:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>Brings settings, domains and mailboxes back as they are in a backup. What is here now is backed up first. The server may run: it obeys at once. Stored mail and the queue stay as they are.</source>
      <translation>Stellt Einstellungen, Domänen und Postfächer so wieder her, wie sie in einer Sicherung sind. Was jetzt hier ist, wird zuerst gesichert. Der Server darf laufen: Er richtet sich sofort danach. Gespeicherte Nachrichten und die Warteschlange bleiben, wie sie sind.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>Choose a backup: then you see what it would replace, and who could relay afterwards.</source>
      <translation>Wählen Sie eine Sicherung aus: Dann sehen Sie, was sie ersetzen würde und wer danach weiterleiten könnte.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>The history of the backup comes too, since there is nothing here yet that it does not hold.</source>
      <translation>Der Verlauf der Sicherung kommt mit, weil es hier noch nichts gibt, was sie nicht enthält.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>The history here goes on: the restore is a new revision, which can be reverted.</source>
      <translation>Der Verlauf hier geht weiter: Die Wiederherstellung ist eine neue Revision, die zurückgenommen werden kann.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>Settings, domains and mailboxes are as in the backup already.</source>
      <translation>Einstellungen, Domänen und Postfächer sind bereits wie in der Sicherung.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>When</source>
      <translation>Wann</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <location filename="../../../app/posthouse_console/models/history_rows.py" />
      <source>Revision</source>
      <translation>Revision</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Domains</source>
      <translation>Domänen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Mailboxes</source>
      <translation>Postfächer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <location filename="../../../app/posthouse_console/favorites.py" />
      <location filename="../../../app/posthouse_console/properties/default_question.py" />
      <source>&amp;Restore</source>
      <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>Restore From</source>
      <translation>Wiederherstellen aus</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>Empty: the passwords of the smart hosts stay as they are</source>
      <translation>Leer: Die Kennwörter der Smarthosts bleiben, wie sie sind</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <location filename="../../../app/posthouse_console/dialogs/way_back.py" />
      <source>C&amp;omment:</source>
      <translation>&amp;Kommentar:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>Reading the backup…</source>
      <translation>Die Sicherung wird gelesen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>What was here before is in {safety}.</source>
      <translation>Was vorher hier war, liegt in {safety}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>Revision {revision}: restored from the backup.</source>
      <translation>Revision {revision}: aus der Sicherung wiederhergestellt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>In the backup</source>
      <translation>In der Sicherung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>Here now</source>
      <translation>Jetzt hier</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>{created_at} on {host}</source>
      <translation>{created_at} auf {host}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>1 password was restored.</source>
      <translation>1 Kennwort wurde wiederhergestellt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>{number} passwords were restored.</source>
      <translation>{number} Kennwörter wurden wiederhergestellt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>{title}, in the backup</source>
      <translation>{title}, in der Sicherung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/restore.py" />
      <source>{title}, here now</source>
      <translation>{title}, jetzt hier</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/revision.py" />
      <source>Revision {revision}</source>
      <translation>Revision {revision}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/revision.py" />
      <source>Comment: {comment}</source>
      <translation>Kommentar: {comment}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/revision.py" />
      <source>&amp;Revert This Change…</source>
      <translation>Diese Änderung &amp;zurücknehmen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/revision.py" />
      <source>{summary}: it stays in force. Nothing else was changed.</source>
      <translation>{summary}: Sie bleibt in Kraft. Sonst wurde nichts geändert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/revision.py" />
      <source>This revision differs in nothing from the one before.</source>
      <translation>Diese Revision unterscheidet sich in nichts von der vorherigen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/revision.py" />
      <source>On trial: it takes itself back at {until} unless somebody keeps it.</source>
      <translation>In der Probezeit: Sie wird um {until} von selbst zurückgenommen, sofern niemand sie behält.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_history.py" />
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <location filename="../../../app/posthouse_console/navigation/server_summary.py" />
      <location filename="../../../app/posthouse_console/service/books_words.py" />
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>Delivered</source>
      <translation>Zugestellt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_history.py" />
      <source>Tried again later</source>
      <translation>Später erneut versucht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_history.py" />
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>Returned to the sender</source>
      <translation>An den Absender zurückgesendet</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_history.py" />
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>To Bad Mail</source>
      <translation>Nach Bad Mail</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_history.py" />
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <location filename="../../../app/posthouse_console/service/books_words.py" />
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>Removed</source>
      <translation>Entfernt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_history.py" />
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>Refused after its content</source>
      <translation>Nach dem Inhalt abgelehnt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_history.py" />
      <source>Send History of {message_id}</source>
      <translation>Zustellverlauf von {message_id}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_history.py" />
      <location filename="../../../app/posthouse_console/dialogs/session_transcript.py" />
      <source>Reading the trace…</source>
      <translation>Das Protokoll wird gelesen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_history.py" />
      <source>&amp;Reply in full:</source>
      <translation>&amp;Antwort vollständig:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_history.py" />
      <location filename="../../../app/posthouse_console/models/decision_rows.py" />
      <location filename="../../../app/posthouse_console/models/history_rows.py" />
      <location filename="../../../app/posthouse_console/models/hit_rows.py" />
      <location filename="../../../app/posthouse_console/widgets/moment_input.py" />
      <source>Time</source>
      <translation>Zeit</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_history.py" />
      <location filename="../../../app/posthouse_console/models/decision_rows.py" />
      <source>Reply</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_history.py" />
      <source>No attempt to deliver this message is recorded yet.</source>
      <translation>Es ist noch kein Zustellversuch für diese Nachricht aufgezeichnet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_history.py" />
      <source>None was reached</source>
      <translation>Keiner wurde erreicht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_test.py" />
      <source>A real message to the running server, as any mail program would send it.</source>
      <translation>Eine echte Nachricht an den laufenden Server, wie sie jedes E-Mail-Programm senden würde.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_test.py" />
      <source>Empty: send without logging in</source>
      <translation>Leer: ohne Anmeldung senden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_test.py" />
      <source>&amp;Use STARTTLS</source>
      <translation>STARTTLS ver&amp;wenden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_test.py" />
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>&amp;From:</source>
      <translation>&amp;Von:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_test.py" />
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>&amp;To:</source>
      <translation>&amp;An:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_test.py" />
      <source>&amp;Login:</source>
      <translation>Anmelde&amp;name:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_test.py" />
      <source>&amp;Dialog with the server:</source>
      <translation>&amp;Dialog mit dem Server:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_test.py" />
      <source>&amp;Close</source>
      <translation>S&amp;chließen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_test.py" />
      <location filename="../../../app/posthouse_console/wizard/outgoing.py" />
      <source>Dialog with the server</source>
      <translation>Dialog mit dem Server</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_test.py" />
      <source>C: lines are sent to the server, S: lines are its replies.</source>
      <translation>C: Zeilen gehen an den Server, S: Zeilen sind seine Antworten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_test.py" />
      <source>&amp;Send</source>
      <translation>&amp;Senden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/send_test.py" />
      <source>This listener does not offer STARTTLS.</source>
      <translation>Dieser Listener bietet kein STARTTLS an.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/session_transcript.py" />
      <source>Session of {client}</source>
      <translation>Sitzung von {client}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/session_transcript.py" />
      <source>Transcript</source>
      <translation>Mitschrift</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/session_transcript.py" />
      <source>Wh&amp;y?…</source>
      <translation>Waru&amp;m?…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/session_transcript.py" />
      <source>&amp;Message…</source>
      <translation>&amp;Nachricht…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/session_transcript.py" />
      <source>1 decision about {client}; the line that was chosen is marked.</source>
      <translation>1 Entscheidung über {client}; die gewählte Zeile ist markiert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/session_transcript.py" />
      <source>{number} decisions about {client}; the line that was chosen is marked.</source>
      <translation>{number} Entscheidungen über {client}; die gewählte Zeile ist markiert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/set_password.py" />
      <source>Set Password</source>
      <translation>Kennwort festlegen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/set_password.py" />
      <source>A new password for {login}. It counts from the next login on.</source>
      <translation>Ein neues Kennwort für {login}. Es gilt ab der nächsten Anmeldung.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/smart_host_test.py" />
      <source>Test Smart Host</source>
      <translation>Smarthost testen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/smart_host_test.py" />
      <location filename="../../../app/posthouse_console/wizard/outgoing.py" />
      <source>Being tried…</source>
      <translation>Wird getestet…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/smart_host_test.py" />
      <source>&amp;What was said:</source>
      <translation>&amp;Was gesagt wurde:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/smart_host_test.py" />
      <location filename="../../../app/posthouse_console/wizard/dialog.py" />
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/smart_host_test.py" />
      <source>Cancelled. Nothing more is sent to that server.</source>
      <translation>Abgebrochen. An diesen Server wird nichts mehr gesendet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/smart_host_test.py" />
      <source>Connects to {host}, port {port}, as it is edited now, and logs in as {username}. No mail is sent.</source>
      <translation>Verbindet sich mit {host}, Port {port}, so wie es jetzt eingegeben ist, und meldet sich als {username} an. Es wird keine Nachricht gesendet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/smart_host_test.py" />
      <source>Connects to {host}, port {port}, as it is edited now. No mail is sent.</source>
      <translation>Verbindet sich mit {host}, Port {port}, so wie es jetzt eingegeben ist. Es wird keine Nachricht gesendet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/smart_host_test.py" />
      <source>The test could not be made: {error}.</source>
      <translation>Der Test konnte nicht ausgeführt werden: {error}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/suggest.py" />
      <source>Clients that were refused relay in the last {days} days, or that relay by a wider range than they need. Tick those that you know; whoever is in the list may then relay without a password.</source>
      <translation>Clients, denen in den letzten {days} Tagen das Weiterleiten verweigert wurde oder die über einen größeren Bereich weiterleiten, als sie brauchen. Haken Sie die an, die Sie kennen; wer in der Liste steht, darf dann ohne Kennwort weiterleiten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/suggest.py" />
      <source>Nothing to suggest: nobody was refused relay in the last {days} days, and every range that is used is as tight as it can be.</source>
      <translation>Nichts vorzuschlagen: Niemandem wurde in den letzten {days} Tagen das Weiterleiten verweigert, und jeder benutzte Bereich ist so eng wie möglich.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/suggest.py" />
      <source>These wider ranges stay in force until they are &amp;removed as well:</source>
      <translation>Diese größeren Bereiche gelten weiter, bis sie ebenfalls &amp;entfernt werden:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/suggest.py" />
      <source>&amp;Preview...</source>
      <translation>&amp;Vorschau...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/suggest.py" />
      <source>&amp;Take Ticked</source>
      <translation>&amp;Angehakte übernehmen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/suggest.py" />
      <location filename="../../../app/posthouse_console/wizard/devices.py" />
      <source>{range} is {warning}.</source>
      <translation>{range} ist {warning}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/suggest.py" />
      <source>{range} is public: whoever has such an address could send mail through this server without a password. Tick it only if you know who that is.</source>
      <translation>{range} ist öffentlich: Wer eine solche Adresse hat, könnte ohne Kennwort über diesen Server senden. Haken Sie ihn nur an, wenn Sie wissen, wer das ist.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/suggest.py" />
      <source>{ranges} are public: whoever has such an address could send mail through this server without a password. Tick them only if you know who that is.</source>
      <translation>{ranges} sind öffentlich: Wer eine solche Adresse hat, könnte ohne Kennwort über diesen Server senden. Haken Sie sie nur an, wenn Sie wissen, wer das ist.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/take_ranges.py" />
      <source>Allow relay for privileged IP ranges will be ticked, too.</source>
      <translation>„Relay für privilegierte IP-Bereiche erlauben“ wird ebenfalls angehakt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/take_ranges.py" />
      <source>Add {taken} to the privileged IP ranges, and remove {removed} from them?</source>
      <translation>{taken} zu den privilegierten IP-Bereichen hinzufügen und {removed} daraus entfernen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/take_ranges.py" />
      <source>Remove {removed} from the privileged IP ranges?</source>
      <translation>{removed} aus den privilegierten IP-Bereichen entfernen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/take_ranges.py" />
      <source>Add {taken} to the privileged IP ranges?</source>
      <translation>{taken} zu den privilegierten IP-Bereichen hinzufügen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/take_ranges.py" />
      <source>{names} and {number} more</source>
      <translation>{names} und {number} weitere</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/take_ranges.py" />
      <location filename="../../../app/posthouse_console/widgets/suggestions_table.py" />
      <source>Suggested ranges</source>
      <translation>Vorgeschlagene Bereiche</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/take_ranges.py" />
      <location filename="../../../app/posthouse_console/wizard/summary.py" />
      <source>&amp;Save</source>
      <translation>&amp;Speichern</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/verify_history.py" />
      <source>The digest stands for all revisions so far. Note it somewhere else: whoever can write the file of the settings can compute a new chain, but not one with a digest that you hold.</source>
      <translation>Der Hashwert steht für alle bisherigen Revisionen. Notieren Sie ihn an einem anderen Ort: Wer die Datei der Einstellungen schreiben kann, kann eine neue Kette berechnen, aber keine mit einem Hashwert, den Sie haben.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/verify_history.py" />
      <source>Verify History</source>
      <translation>Verlauf prüfen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/verify_history.py" />
      <source>64 hexadecimal digits</source>
      <translation>64 hexadezimale Ziffern</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/verify_history.py" />
      <source>C&amp;ompare</source>
      <translation>&amp;Vergleichen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/verify_history.py" />
      <source>&amp;Newest digest:</source>
      <translation>&amp;Neuester Hashwert:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/verify_history.py" />
      <source>Noted &amp;digest:</source>
      <translation>N&amp;otierter Hashwert:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/verify_history.py" />
      <source>Reading the history…</source>
      <translation>Der Verlauf wird gelesen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/verify_history.py" />
      <source>The history could not be read. {error}</source>
      <translation>Der Verlauf konnte nicht gelesen werden. {error}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/way_back.py" />
      <source>Revert This Change</source>
      <translation>Diese Änderung zurücknehmen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/way_back.py" />
      <source>Go Back to This State</source>
      <translation>Zu diesem Stand zurückkehren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/way_back.py" />
      <source>Takes back what revision {revision} changed, and leaves everything that came later. This is a new revision, which can be reverted too.</source>
      <translation>Nimmt zurück, was Revision {revision} geändert hat, und lässt alles Spätere bestehen. Das ist eine neue Revision, die ebenfalls zurückgenommen werden kann.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/way_back.py" />
      <source>Brings back the settings and the directory as they were with revision {revision}. Everything that came later is taken back; stored mail stays. What changes is a new revision of the settings, of the directory, or of both; each can be reverted too.</source>
      <translation>Bringt Einstellungen und Verzeichnis so zurück, wie sie mit Revision {revision} waren. Alles Spätere wird zurückgenommen; gespeicherte E-Mails bleiben. Was sich ändert, ist eine neue Revision der Einstellungen, des Verzeichnisses oder beider; auch jede davon lässt sich zurücknehmen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/way_back.py" />
      <source>&amp;Do It</source>
      <translation>&amp;Ausführen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/way_back.py" />
      <location filename="../../../app/posthouse_console/widgets/opening_consent.py" />
      <source>&amp;Type {word} to open it:</source>
      <translation>Zum Öffnen {word} &amp;eingeben:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/way_back.py" />
      <location filename="../../../app/posthouse_console/widgets/opening_consent.py" />
      <source>&amp;Yes, allow {public} to relay</source>
      <translation>&amp;Ja, Relay erlauben für {public}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/way_back.py" />
      <source>Revision {revision}: reverted revision {number}.</source>
      <translation>Revision {revision}: Revision {number} zurückgenommen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/way_back.py" />
      <source>Revision {revision}: back to revision {number}.</source>
      <translation>Revision {revision}: zurück zu Revision {number}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/way_back.py" />
      <source>Now: {sentence}</source>
      <translation>Jetzt: {sentence}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/way_back.py" />
      <source>Then: {sentence}</source>
      <translation>Dann: {sentence}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/who_can_relay.py" />
      <source>By the settings as they are edited in SMTP Properties now; they are not saved.</source>
      <translation>Nach den Einstellungen, wie sie jetzt in den SMTP-Eigenschaften bearbeitet werden; sie sind nicht gespeichert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/who_can_relay.py" />
      <source>Save or discard what you have edited in SMTP Properties first; these act on the saved settings.</source>
      <translation>Speichern oder verwerfen Sie zuerst, was Sie in den SMTP-Eigenschaften bearbeitet haben; dies wirkt auf die gespeicherten Einstellungen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/who_can_relay.py" />
      <source>E&amp;xplain</source>
      <translation>E&amp;rklären</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/who_can_relay.py" />
      <source>Id, or the reply or bounce that it stands in</source>
      <translation>ID oder die Antwort oder Unzustellbarkeitsmeldung, in der sie steht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/who_can_relay.py" />
      <source>K7Q2-9FXB, or the whole reply</source>
      <translation>K7Q2-9FXB oder die ganze Antwort</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/who_can_relay.py" />
      <source>Why was this refused, or accepted?</source>
      <translation>Warum wurde das abgelehnt oder angenommen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/who_can_relay.py" />
      <source>To other domains can send</source>
      <translation>An andere Domänen dürfen senden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/who_can_relay.py" />
      <source>Answer</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/who_can_relay.py" />
      <source>As edited</source>
      <translation>Wie bearbeitet</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/who_can_relay.py" />
      <source>Today</source>
      <translation>Heute</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/who_can_relay.py" />
      <source>Today (revision {revision})</source>
      <translation>Heute (Revision {revision})</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/who_can_relay.py" />
      <source>Then (revision {revision})</source>
      <translation>Damals (Revision {revision})</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/who_can_relay.py" />
      <source>Paste the id from a reply, a bounce or the trace.</source>
      <translation>Fügen Sie die ID aus einer Antwort, einer Unzustellbarkeitsmeldung oder dem Protokoll ein.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/who_can_relay.py" />
      <source>Paste an id such as K7Q2-9FXB here.</source>
      <translation>Fügen Sie hier eine ID wie K7Q2-9FXB ein.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/who_can_relay.py" />
      <source>{id} of {at:%Y-%m-%d %H:%M:%S}, {times} times, by revision {revision}.</source>
      <translation>{id} vom {at:%Y-%m-%d %H:%M:%S}, {times}-mal, nach Revision {revision}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/dialogs/who_can_relay.py" />
      <source>{id} of {at:%Y-%m-%d %H:%M:%S}, by revision {revision}.</source>
      <translation>{id} vom {at:%Y-%m-%d %H:%M:%S}, nach Revision {revision}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/favorites.py" />
      <source>&amp;Add to Favorites</source>
      <translation>Zu Favoriten &amp;hinzufügen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/favorites.py" />
      <source>Puts the node that is shown into this menu.</source>
      <translation>Nimmt den angezeigten Knoten in dieses Menü auf.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/favorites.py" />
      <source>&amp;Remove from Favorites</source>
      <translation>Aus Favoriten &amp;entfernen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/favorites.py" />
      <source>Takes the node that is shown out of this menu.</source>
      <translation>Entfernt den angezeigten Knoten aus diesem Menü.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/favorites.py" />
      <source>Mi&amp;nimize</source>
      <translation>&amp;Minimieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/favorites.py" />
      <source>Makes the window small; mail goes on.</source>
      <translation>Verkleinert das Fenster; die Zustellung läuft weiter.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/favorites.py" />
      <source>Ma&amp;ximize</source>
      <translation>Ma&amp;ximieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/favorites.py" />
      <source>Makes the window as large as the screen.</source>
      <translation>Macht das Fenster so groß wie den Bildschirm.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/favorites.py" />
      <source>Gives the window its usual size back.</source>
      <translation>Gibt dem Fenster seine übliche Größe zurück.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/favorites.py" />
      <source>Shows {name}.</source>
      <translation>Zeigt {name}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/favorites.py" />
      <source>No favorites yet</source>
      <translation>Noch keine Favoriten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/main_window.py" />
      <source>Posthouse - [{path}]</source>
      <translation>Posthouse - [{path}]</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/main_window.py" />
      <source>Refreshed.</source>
      <translation>Aktualisiert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/main_window.py" />
      <source>The server needs no start: {sentence}.</source>
      <translation>Der Server muss nicht gestartet werden: {sentence}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/menus.py" />
      <source>&amp;File</source>
      <translation>&amp;Datei</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/menus.py" />
      <source>&amp;Action</source>
      <translation>&amp;Aktion</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/menus.py" />
      <source>&amp;View</source>
      <translation>A&amp;nsicht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/menus.py" />
      <source>Favo&amp;rites</source>
      <translation>Fa&amp;voriten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/menus.py" />
      <source>&amp;Window</source>
      <translation>&amp;Fenster</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/menus.py" />
      <source>&amp;Help</source>
      <translation>&amp;Hilfe</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/menus.py" />
      <source>Toolbar</source>
      <translation>Symbolleiste</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/menus.py" />
      <source>&amp;Queued Message</source>
      <translation>&amp;Nachricht in der Warteschlange</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <location filename="../../../app/posthouse_console/models/decision_rows.py" />
      <location filename="../../../app/posthouse_console/models/trace_rows.py" />
      <source>Rule</source>
      <translation>Regel</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <source>Recipient domain</source>
      <translation>Empfängerdomäne</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <source>{label}
{messages} messages; recipients: {accepted} accepted, {refused} refused
{per_hour} accepted an hour, usual: {usual}
Since {since}</source>
      <translation>{label}
{messages} Nachrichten; Empfänger: {accepted} angenommen, {refused} abgelehnt
{per_hour} pro Stunde angenommen, üblich: {usual}
Seit {since}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <source>login</source>
      <translation>Anmeldename</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <source>logins</source>
      <translation>Anmeldenamen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <source>client</source>
      <translation>Client</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <source>clients</source>
      <translation>Clients</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <location filename="../../../app/posthouse_console/models/trace_rows.py" />
      <source>rule</source>
      <translation>Regel</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <location filename="../../../app/posthouse_console/models/trace_rows.py" />
      <source>rules</source>
      <translation>Regeln</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>domain</source>
      <translation>Domäne</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>domains</source>
      <translation>Domänen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <source>new</source>
      <translation>neu</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <location filename="../../../app/posthouse_console/widgets/traffic_chart.py" />
      <source>Messages</source>
      <translation>Nachrichten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <source>An hour</source>
      <translation>Pro Stunde</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <source>Usual</source>
      <translation>Üblich</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <location filename="../../../app/posthouse_console/models/decision_rows.py" />
      <source>Times</source>
      <translation>Mal</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <location filename="../../../app/posthouse_console/models/ban_rows.py" />
      <location filename="../../../app/posthouse_console/widgets/suggestions_table.py" />
      <source>Since</source>
      <translation>Seit</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <source>Recipients that were accepted.</source>
      <translation>Empfänger, die angenommen wurden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <source>Recipients that were refused.</source>
      <translation>Empfänger, die abgelehnt wurden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <source>Accepted recipients an hour in this time.</source>
      <translation>Angenommene Empfänger pro Stunde in dieser Zeit.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <source>Accepted recipients an hour in up to 30 days before; new: never seen before.</source>
      <translation>Angenommene Empfänger pro Stunde in bis zu 30 Tagen davor; neu: noch nie zuvor gesehen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <source>How many times as much as usual this is.</source>
      <translation>Das Wievielfache des Üblichen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/abuse_rows.py" />
      <source>When it was first seen in this time.</source>
      <translation>Wann es in dieser Zeit zum ersten Mal auftrat.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/address_rows.py" />
      <source>Belongs To</source>
      <translation>Gehört zu</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/address_rows.py" />
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>Post Office</source>
      <translation>Postoffice</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/address_rows.py" />
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>Group</source>
      <translation>Gruppe</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/address_rows.py" />
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>Mailbox {login}</source>
      <translation>Postfach {login}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/address_rows.py" />
      <source>Redirection of {login}</source>
      <translation>Umleitung von {login}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/address_rows.py" />
      <source>Member of {address}</source>
      <translation>Mitglied von {address}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/address_rows.py" />
      <source>Catch-all of {domain}</source>
      <translation>Sammelpostfach (Catch-all) von {domain}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/ban_rows.py" />
      <source>ban</source>
      <translation>Sperre</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/ban_rows.py" />
      <source>bans</source>
      <translation>Sperren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/ban_rows.py" />
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Until</source>
      <translation>Bis</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/ban_rows.py" />
      <source>Ban</source>
      <translation>Sperre</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/ban_rows.py" />
      <source>Evidence</source>
      <translation>Beleg</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/ban_rows.py" />
      <source>No. {number}</source>
      <translation>Nr. {number}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/ban_rows.py" />
      <source>How many bans of this client there were; each lasts twice as long as the one before.</source>
      <translation>Wie oft dieser Client schon gesperrt war; jede Sperre dauert doppelt so lange wie die vorige.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/decision_rows.py" />
      <source>{number} equal refusals until {until:%Y-%m-%d %H:%M:%S}</source>
      <translation>{number} gleiche Ablehnungen bis {until:%Y-%m-%d %H:%M:%S}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/decision_rows.py" />
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>Delivered here</source>
      <translation>Hier zugestellt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/decision_rows.py" />
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>Relayed</source>
      <translation>Weitergeleitet</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/decision_rows.py" />
      <location filename="../../../app/posthouse_console/models/trace_list.py" />
      <source>decision</source>
      <translation>Entscheidung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/decision_rows.py" />
      <location filename="../../../app/posthouse_console/models/trace_list.py" />
      <source>decisions</source>
      <translation>Entscheidungen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/decision_rows.py" />
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>Verdict</source>
      <translation>Entscheidung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/decision_rows.py" />
      <source>How many equal refusals a line stands for</source>
      <translation>Für wie viele gleiche Ablehnungen eine Zeile steht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>As Security says</source>
      <translation>Wie unter Sicherheit</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>Mailbox</source>
      <translation>Postfach</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>To {addresses}</source>
      <translation>An {addresses}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>post office</source>
      <translation>Postoffice</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>post offices</source>
      <translation>Postoffices</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>Friendly Name</source>
      <translation>Anzeigename</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>Redirection</source>
      <translation>Umleitung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>Type</source>
      <translation>Typ</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>mailbox</source>
      <translation>Postfach</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>mailboxes</source>
      <translation>Postfächer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>group</source>
      <translation>Gruppe</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>groups</source>
      <translation>Gruppen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>Copy to {addresses}</source>
      <translation>Kopie an {addresses}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>Domain Name</source>
      <translation>Domänenname</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>Catch-all</source>
      <translation>Sammelpostfach</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>Unknown Recipients</source>
      <translation>Unbekannte Empfänger</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>In KB.</source>
      <translation>In KB.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>Enabled</source>
      <translation>Aktiviert</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>Disabled</source>
      <translation>Deaktiviert</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>Disk Usage (KB)</source>
      <translation>Belegt (KB)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/directory_rows.py" />
      <source>Inbox Messages</source>
      <translation>Posteingang</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/history_rows.py" />
      <source>revision</source>
      <translation>Revision</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/history_rows.py" />
      <source>revisions</source>
      <translation>Revisionen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/history_rows.py" />
      <location filename="../../../app/posthouse_console/models/outcome_rows.py" />
      <source>By</source>
      <translation>Durch</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/history_rows.py" />
      <source>Change</source>
      <translation>Änderung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/history_rows.py" />
      <source>Comment</source>
      <translation>Kommentar</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/hit_rows.py" />
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Queues &gt; Inbound</source>
      <translation>Warteschlangen &gt; Eingehend</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/hit_rows.py" />
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Queues &gt; Outbound</source>
      <translation>Warteschlangen &gt; Ausgehend</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/hit_rows.py" />
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <location filename="../../../app/posthouse_console/service/books_words.py" />
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Bad Mail</source>
      <translation>Bad Mail</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/hit_rows.py" />
      <source>Trace</source>
      <translation>Protokoll</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/hit_rows.py" />
      <location filename="../../../app/posthouse_console/models/message_rows.py" />
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>message</source>
      <translation>Nachricht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/hit_rows.py" />
      <location filename="../../../app/posthouse_console/models/message_rows.py" />
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>messages</source>
      <translation>Nachrichten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/hit_rows.py" />
      <source>Found in</source>
      <translation>Gefunden in</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/message_rows.py" />
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <location filename="../../../app/posthouse_console/widgets/hours_input.py" />
      <location filename="../../../app/posthouse_console/widgets/span_input.py" />
      <source>From</source>
      <translation>Von</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/message_rows.py" />
      <source>Date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/message_rows.py" />
      <source>Unread</source>
      <translation>Ungelesen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/message_rows.py" />
      <source>Read</source>
      <translation>Gelesen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/node_rows.py" />
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <location filename="../../../app/posthouse_console/widgets/smart_hosts_panel.py" />
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/node_rows.py" />
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <source>Description</source>
      <translation>Beschreibung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/outcome_rows.py" />
      <source>attempt</source>
      <translation>Versuch</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/outcome_rows.py" />
      <source>attempts</source>
      <translation>Versuche</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/outcome_rows.py" />
      <source>Result</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/outcome_rows.py" />
      <source>Form</source>
      <translation>Form</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/outcome_rows.py" />
      <source>As client</source>
      <translation>Als Client</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>From {client}, HELO {helo}</source>
      <translation>Von {client}, HELO {helo}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <location filename="../../../app/posthouse_console/widgets/mail_view.py" />
      <source>Message</source>
      <translation>Nachricht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>Login or client</source>
      <translation>Anmeldename/Client</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>Age</source>
      <translation>Alter</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>Bad mail</source>
      <translation>Unzustellbar</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <location filename="../../../app/posthouse_console/service/books_words.py" />
      <source>Held</source>
      <translation>Angehalten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>To be returned</source>
      <translation>Geht zurück</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <location filename="../../../app/posthouse_console/service/books_words.py" />
      <source>Waiting</source>
      <translation>Wartend</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>This server</source>
      <translation>Dieser Server</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>From this server itself, HELO {helo}</source>
      <translation>Von diesem Server selbst, HELO {helo}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>When released</source>
      <translation>Nach Freigabe</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <location filename="../../../app/posthouse_console/widgets/moment_input.py" />
      <source>Now</source>
      <translation>Jetzt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>The rule by which its recipients were accepted</source>
      <translation>Die Regel, nach der die Empfänger angenommen wurden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>What the remote server said last, in full in the tip and in Message Information</source>
      <translation>Was der entfernte Server zuletzt gesagt hat; vollständig im Tipp und in den Nachrichteninformationen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>and {number} more</source>
      <translation>und {number} weitere</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>Accepted {time}</source>
      <translation>Angenommen {time}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>Recipients left</source>
      <translation>Offene Empfänger</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/queue_rows.py" />
      <source>Why it could not be delivered; nobody could be told</source>
      <translation>Warum sie nicht zugestellt werden konnte; niemand konnte benachrichtigt werden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/rows.py" />
      <source>item</source>
      <translation>Element</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/rows.py" />
      <source>items</source>
      <translation>Elemente</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <source>server</source>
      <translation>Server</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <source>servers</source>
      <translation>Server</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <source>connector</source>
      <translation>Connector</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <source>connectors</source>
      <translation>Connectoren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <source>listener</source>
      <translation>Listener</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <source>listeners</source>
      <translation>Listener</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <source>State</source>
      <translation>Zustand</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <location filename="../../../app/posthouse_console/navigation/server_summary.py" />
      <source>Uptime</source>
      <translation>Laufzeit</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <location filename="../../../app/posthouse_console/navigation/server_summary.py" />
      <source>Ports</source>
      <translation>Ports</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <location filename="../../../app/posthouse_console/navigation/server_summary.py" />
      <source>Connections</source>
      <translation>Verbindungen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <source>Recipients Accepted</source>
      <translation>Empf. angenommen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <source>Recipients Refused</source>
      <translation>Empf. abgelehnt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <source>Queue Length</source>
      <translation>Warteschlange</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Receives mail from clients and servers, and relays it</source>
      <translation>Empfängt Mail von Clients und Servern und leitet sie weiter</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <location filename="../../../server/posthouse_server/store/relay_tests.py" />
      <source>Closed</source>
      <translation>Geschlossen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <source>Open, port {port}</source>
      <translation>Offen, Port {port}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <source>Not open</source>
      <translation>Nicht offen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <location filename="../../../app/posthouse_console/widgets/listeners_model.py" />
      <source>Yes</source>
      <translation>Ja</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <location filename="../../../app/posthouse_console/widgets/listeners_model.py" />
      <source>No</source>
      <translation>Nein</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/server_rows.py" />
      <location filename="../../../app/posthouse_console/widgets/listeners_model.py" />
      <source>a free one</source>
      <translation>ein freier</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/trace_list.py" />
      <source>The trace is sorted by time alone; the fields above the list find what belongs together.</source>
      <translation>Das Protokoll ist nur nach der Zeit sortiert; mit den Feldern über der Liste finden Sie, was zusammengehört.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/trace_rows.py" />
      <source>{label} (not looked at: it was decided before)</source>
      <translation>{label} (nicht geprüft: die Entscheidung fiel vorher)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/trace_rows.py" />
      <source>This rule decides.</source>
      <translation>Diese Regel entscheidet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/trace_rows.py" />
      <source>This rule does not apply.</source>
      <translation>Diese Regel trifft nicht zu.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/models/trace_rows.py" />
      <location filename="../../../app/posthouse_console/widgets/suggestions_table.py" />
      <source>Why</source>
      <translation>Warum</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>&amp;Messages…</source>
      <translation>Na&amp;chrichten…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>&amp;Hold Queued Mail…</source>
      <translation>Wartende Mail anhal&amp;ten…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>De&amp;lete Queued Mail…</source>
      <translation>Wartende Mail &amp;löschen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>&amp;Disable Mailbox…</source>
      <translation>Postfach dea&amp;ktivieren…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>Change &amp;Password…</source>
      <translation>Kenn&amp;wort ändern…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>&amp;Block Client…</source>
      <translation>Client &amp;blockieren…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>&amp;Remove Range…</source>
      <translation>Bereich &amp;entfernen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>&amp;Narrow Range…</source>
      <translation>Bereich ein&amp;grenzen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>List what was asked for and answered, exactly for this row and this time</source>
      <translation>Listet genau für diese Zeile und diese Zeit auf, was verlangt und was geantwortet wurde</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>Keep back what still waits for delivery, until it is released</source>
      <translation>Hält zurück, was noch auf Zustellung wartet, bis es freigegeben wird</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>Remove what still waits for delivery, is held or is in Bad Mail</source>
      <translation>Entfernt, was noch auf Zustellung wartet, angehalten ist oder in Bad Mail liegt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>Nobody can log in with this mailbox any more</source>
      <translation>Mit diesem Postfach kann sich niemand mehr anmelden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>Give this mailbox a new password</source>
      <translation>Gibt diesem Postfach ein neues Kennwort</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>Ban this client in Access Control: it can't connect any more</source>
      <translation>Sperrt diesen Client in der Zugriffssteuerung: Er kann sich nicht mehr verbinden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>Take the entry that lets this client relay out of Privileged IPs</source>
      <translation>Entfernt den Eintrag, durch den dieser Client weiterleiten darf, aus den privilegierten IPs</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>Shrink the entry that lets this client relay, so that it no longer holds this client</source>
      <translation>Verkleinert den Eintrag, durch den dieser Client weiterleiten darf, sodass er ihn nicht mehr enthält</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>Select a row first.</source>
      <translation>Wählen Sie zuerst eine Zeile aus.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <location filename="../../../server/posthouse_server/store/directory_changes.py" />
      <source>There is no mailbox {login} any more.</source>
      <translation>Das Postfach {login} gibt es nicht mehr.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>Only a client, or the rule of privileged ranges, relays by an entry of Privileged IPs.</source>
      <translation>Nur ein Client oder die Regel der privilegierten Bereiche leitet durch einen Eintrag der privilegierten IPs weiter.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>Only a client can be blocked: see By client.</source>
      <translation>Nur ein Client kann blockiert werden: siehe „Nach Client“.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>This computer itself is never blocked.</source>
      <translation>Dieser Computer selbst wird nie blockiert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>Access Control lists the only clients allowed: take this one off that list instead.</source>
      <translation>Die Zugriffssteuerung nennt die allein zugelassenen Clients: Nehmen Sie stattdessen diesen aus der Liste.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>It is blocked in Access Control already.</source>
      <translation>Er ist in der Zugriffssteuerung bereits blockiert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>Only a login has a mailbox: see By login.</source>
      <translation>Nur ein Anmeldename hat ein Postfach: siehe „Nach Anmeldename“.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>Nobody was logged in here.</source>
      <translation>Hier war niemand angemeldet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>This client is in no entry of Privileged IPs.</source>
      <translation>Dieser Client steht in keinem Eintrag der privilegierten IPs.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>Privileged IPs has no entries any more.</source>
      <translation>Die privilegierten IPs haben keine Einträge mehr.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>Too many different senders are in this row: choose one of them By client.</source>
      <translation>In dieser Zeile sind zu viele verschiedene Absender: Wählen Sie einen davon unter „Nach Client“.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>The mailbox is disabled already.</source>
      <translation>Das Postfach ist bereits deaktiviert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_actions.py" />
      <source>The entry is a single address: remove it instead.</source>
      <translation>Der Eintrag ist eine einzelne Adresse: Entfernen Sie ihn stattdessen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_pane.py" />
      <source>Nothing was recorded in this time.</source>
      <translation>In dieser Zeit wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_pane.py" />
      <source>By login</source>
      <translation>Nach Anmeldename</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_pane.py" />
      <source>By client</source>
      <translation>Nach Client</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_pane.py" />
      <source>By rule</source>
      <translation>Nach Regel</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_pane.py" />
      <source>By recipient domain</source>
      <translation>Nach Empfängerdomäne</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/abuse_pane.py" />
      <location filename="../../../app/posthouse_console/navigation/queue_tables.py" />
      <location filename="../../../app/posthouse_console/navigation/trace_table.py" />
      <source>Reading…</source>
      <translation>Wird gelesen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/alarm_panel.py" />
      <source>What To &amp;Do…</source>
      <translation>Was ist zu &amp;tun…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/alarm_panel.py" />
      <source>Opens the help about alarms</source>
      <translation>Öffnet die Hilfe zu Alarmen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/alarm_panel.py" />
      <source>When the server last ran, until {time}:</source>
      <translation>Als der Server zuletzt lief, bis {time}:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/contents.py" />
      <source>There is no post office yet. Action &gt; New Domain… adds a domain together with its post office.</source>
      <translation>Es gibt noch kein Postoffice. Aktion &gt; Neue Domäne… fügt eine Domäne samt Postoffice hinzu.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/contents.py" />
      <source>This post office has no domain. Action &gt; New Domain… adds one.</source>
      <translation>Dieses Postoffice hat keine Domäne. Aktion &gt; Neue Domäne… fügt eine hinzu.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/contents.py" />
      <source>This post office has no mailbox yet. Action &gt; New Mailbox… adds one.</source>
      <translation>Dieses Postoffice hat noch kein Postfach. Aktion &gt; Neues Postfach… fügt eines hinzu.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/contents.py" />
      <source>This post office has no group yet. Action &gt; New Group… adds one.</source>
      <translation>Dieses Postoffice hat noch keine Gruppe. Aktion &gt; Neue Gruppe… fügt eine hinzu.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/contents.py" />
      <source>Nothing is recorded yet: nobody has tried to send anything.</source>
      <translation>Es ist noch nichts aufgezeichnet: Niemand hat versucht, etwas zu senden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/contents.py" />
      <source>There is no revision with these words.</source>
      <translation>Es gibt keine Revision mit diesen Wörtern.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/contents.py" />
      <source>Nobody is banned.</source>
      <translation>Niemand ist gesperrt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/contents.py" />
      <source>Nothing waits for delivery to mailboxes of this server.</source>
      <translation>Nichts wartet auf Zustellung an Postfächer dieses Servers.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/contents.py" />
      <source>Nothing waits for delivery to other servers.</source>
      <translation>Nichts wartet auf Zustellung an andere Server.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/contents.py" />
      <source>There is no bad mail: nothing that could be neither delivered nor returned to its sender.</source>
      <translation>Es gibt keine unzustellbare Mail: nichts, was weder zugestellt noch an den Absender zurückgesandt werden konnte.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/contents.py" />
      <source>There is no listener: nobody can connect. SMTP Properties &gt; Inbound adds one.</source>
      <translation>Es gibt keinen Listener: Niemand kann sich verbinden. SMTP-Eigenschaften &gt; Eingehend fügt einen hinzu.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/diagnose_pane.py" />
      <source>&amp;Run Again</source>
      <translation>&amp;Erneut ausführen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/diagnose_pane.py" />
      <source>Makes all checks inside this network again</source>
      <translation>Führt alle Prüfungen innerhalb dieses Netzwerks erneut aus</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/diagnose_pane.py" />
      <source>Cance&amp;l</source>
      <translation>A&amp;bbrechen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/diagnose_pane.py" />
      <source>Stops waiting; what was found stays</source>
      <translation>Wartet nicht länger; was gefunden wurde, bleibt stehen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/diagnose_pane.py" />
      <source>&amp;Copy Report</source>
      <translation>Bericht &amp;kopieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/diagnose_pane.py" />
      <source>Copies all findings as text; no password is in it</source>
      <translation>Kopiert alle Befunde als Text; Kennwörter sind nicht enthalten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/diagnose_pane.py" />
      <source>Checks made</source>
      <translation>Ausgeführte Prüfungen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/diagnose_pane.py" />
      <source>{made} of {total} checks made…</source>
      <translation>{made} von {total} Prüfungen ausgeführt…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/diagnose_pane.py" />
      <location filename="../../../app/posthouse_console/widgets/check_row.py" />
      <source>Checking…</source>
      <translation>Wird geprüft…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>Five steps to a mail server that relays for the right people and for nobody else.</source>
      <translation>Fünf Schritte zu einem Mailserver, der für die Richtigen weiterleitet und für niemanden sonst.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>Everything is set up. The steps stay here, for another domain or another test.</source>
      <translation>Alles ist eingerichtet. Die Schritte bleiben hier, für eine weitere Domäne oder einen weiteren Test.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>Set up Posthouse</source>
      <translation>Posthouse einrichten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>Asks for everything in five minutes, tries it out, and ends with a first delivered message.</source>
      <translation>Fragt in fünf Minuten alles ab, probiert es aus und endet mit einer ersten zugestellten Nachricht.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>Connect a device or program</source>
      <translation>Gerät oder Programm verbinden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>Server, port, security and login to copy, with the fields of common scanners.</source>
      <translation>Server, Port, Sicherheit und Anmeldename zum Kopieren, mit den Feldern gängiger Scanner.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>Add a domain</source>
      <translation>Domäne hinzufügen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>Mail for this domain is for you: example.com, if you are john@example.com.</source>
      <translation>Mail an diese Domäne ist für Sie: example.com, wenn Sie john@example.com sind.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>Add a mailbox</source>
      <translation>Postfach hinzufügen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>A person or a program that receives mail, and that can relay after logging in.</source>
      <translation>Eine Person oder ein Programm, das Mail empfängt und nach der Anmeldung weiterleiten darf.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>Start the server</source>
      <translation>Server starten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>It goes on when you close this console, and obeys every change at once.</source>
      <translation>Er läuft weiter, wenn Sie diese Konsole schließen, und übernimmt jede Änderung sofort.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>Send a test message</source>
      <translation>Testnachricht senden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>A real message to the running server, with every reply it gives.</source>
      <translation>Eine echte Nachricht an den laufenden Server, mit jeder Antwort, die er gibt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>Check who can relay</source>
      <translation>Prüfen, wer weiterleiten darf</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>The rules in plain words, and an answer to every what-if.</source>
      <translation>Die Regeln in klaren Worten und eine Antwort auf jedes Was-wäre-wenn.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>Getting started</source>
      <translation>Erste Schritte</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>Or step by step:</source>
      <translation>Oder Schritt für Schritt:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <location filename="../../../app/posthouse_console/widgets/journey_view.py" />
      <source>done</source>
      <translation>erledigt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>to do</source>
      <translation>offen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/getting_started.py" />
      <source>Step {number} of {total}, {state}. {description}</source>
      <translation>Schritt {number} von {total}, {state}. {description}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <source>Books</source>
      <translation>Bilanz</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <source>Recipients since the spool was made</source>
      <translation>Empfänger seit dem Anlegen des Spools</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <location filename="../../../app/posthouse_console/service/books_words.py" />
      <source>Bounced</source>
      <translation>Zurückgesandt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <source>Recipients of messages that were answered 250.</source>
      <translation>Empfänger von Nachrichten, die mit 250 beantwortet wurden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <source>The next server, or the mailbox here, has taken it.</source>
      <translation>Der nächste Server oder das Postfach hier hat sie übernommen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <source>In the queue: delivered next, or tried again later.</source>
      <translation>In der Warteschlange: wird als Nächstes zugestellt oder später erneut versucht.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <source>Kept in the queue by an administrator until it is released.</source>
      <translation>Von einem Administrator in der Warteschlange angehalten, bis sie freigegeben wird.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <source>Given up, and reported to the sender.</source>
      <translation>Aufgegeben und dem Absender gemeldet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <source>Given up, and nobody could be told.</source>
      <translation>Aufgegeben, und niemand konnte benachrichtigt werden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <source>Taken out of the queue by an administrator.</source>
      <translation>Von einem Administrator aus der Warteschlange entfernt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <source>The books can't be read: {fault}</source>
      <translation>Die Bilanz kann nicht gelesen werden: {fault}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/ledger_summary.py" />
      <source>The books are being read.</source>
      <translation>Die Bilanz wird gelesen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/list_view.py" />
      <source>List of {noun}</source>
      <translation>Liste: {noun}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/list_view.py" />
      <source>No row contains these words.</source>
      <translation>Keine Zeile enthält diese Wörter.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Posthouse Management</source>
      <translation>Posthouse-Verwaltung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Servers</source>
      <translation>Server</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Connectors</source>
      <translation>Connectoren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <location filename="../../../app/posthouse_console/navigation/services_pane.py" />
      <source>Logs</source>
      <translation>Protokolle</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Queues</source>
      <translation>Warteschlangen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <location filename="../../../app/posthouse_console/properties/smtp/inbound.py" />
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Inbound</source>
      <translation>Eingehend</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <location filename="../../../app/posthouse_console/properties/smtp/outbound.py" />
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Outbound</source>
      <translation>Ausgehend</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Messaging Manager</source>
      <translation>Messaging-Manager</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>System</source>
      <translation>System</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Diagnose</source>
      <translation>Diagnose</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Services</source>
      <translation>Dienste</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <location filename="../../../app/posthouse_console/properties/smtp/security.py" />
      <source>Bans</source>
      <translation>Sperren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Abuse report</source>
      <translation>Missbrauch</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Post Offices</source>
      <translation>Postoffices</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Groups</source>
      <translation>Gruppen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Who has mail here: post offices, domains and mailboxes</source>
      <translation>Wer hier Mail hat: Postoffices, Domänen und Postfächer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Groups of domains and mailboxes, one for each organisation</source>
      <translation>Gruppen von Domänen und Postfächern, je eine pro Organisation</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>The domains and mailboxes of one organisation</source>
      <translation>Die Domänen und Postfächer einer Organisation</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>The domains that mail is accepted for</source>
      <translation>Die Domänen, für die Mail angenommen wird</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Who can log in and receives mail</source>
      <translation>Wer sich anmelden kann und Mail empfängt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Addresses that stand for many</source>
      <translation>Adressen, die für viele stehen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>The servers that this console manages</source>
      <translation>Die Server, die diese Konsole verwaltet</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>The server on this data folder</source>
      <translation>Der Server zu diesem Datenordner</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>How mail comes in and goes out</source>
      <translation>Wie Mail herein- und hinauskommt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Who asked for what, and what the server said, for each recipient</source>
      <translation>Wer was verlangt und was der Server geantwortet hat, je Empfänger</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Mail that was accepted and is not yet delivered to everyone</source>
      <translation>Mail, die angenommen und noch nicht allen zugestellt ist</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Messages that wait for delivery to mailboxes of this server</source>
      <translation>Nachrichten, die auf Zustellung an Postfächer dieses Servers warten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Messages that wait for delivery to other servers</source>
      <translation>Nachrichten, die auf Zustellung an andere Server warten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Messages that could neither be delivered nor returned to their sender</source>
      <translation>Nachrichten, die weder zugestellt noch an den Absender zurückgesandt werden konnten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Who changed what in settings and directory, and the ways back</source>
      <translation>Wer was in Einstellungen und Verzeichnis geändert hat, und die Wege zurück</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>What the server stands on: this computer, its network, its start</source>
      <translation>Worauf der Server aufbaut: dieser Computer, sein Netzwerk, sein Start</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Whether anything keeps mail from coming in or going out, and what to do</source>
      <translation>Ob etwas eingehende oder ausgehende Mail behindert, und was zu tun ist</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>The server as a program of this computer, and its start with the computer</source>
      <translation>Der Server als Programm dieses Computers und sein Start mit dem Computer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Clients that are shut out for a while, since they failed too often</source>
      <translation>Clients, die nach zu vielen Fehlversuchen eine Weile ausgesperrt sind</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/nodes.py" />
      <source>Whether somebody sends spam through this server, and who</source>
      <translation>Ob jemand über diesen Server Spam versendet, und wer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/queue_tables.py" />
      <source>This queue can't be read: {fault}</source>
      <translation>Diese Warteschlange kann nicht gelesen werden: {fault}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/queue_tables.py" />
      <source>No message contains these words.</source>
      <translation>Keine Nachricht enthält diese Wörter.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/relay_summary.py" />
      <source>Who can relay to other domains</source>
      <translation>Wer an andere Domänen weiterleiten darf</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/relay_summary.py" />
      <source>&amp;Try It Out…</source>
      <translation>Aus&amp;probieren…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/relay_summary.py" />
      <source>Opens Who Can Relay?</source>
      <translation>Öffnet „Wer darf weiterleiten?“</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/relay_summary.py" />
      <source>&amp;Change…</source>
      <translation>Änd&amp;ern…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/relay_summary.py" />
      <source>Opens SMTP Properties</source>
      <translation>Öffnet die SMTP-Eigenschaften</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/server_summary.py" />
      <location filename="../../../app/posthouse_console/widgets/traffic_chart.py" />
      <source>Recipients accepted</source>
      <translation>Empfänger angenommen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/server_summary.py" />
      <location filename="../../../app/posthouse_console/widgets/traffic_chart.py" />
      <source>Recipients refused</source>
      <translation>Empfänger abgelehnt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/server_summary.py" />
      <source>{connections} ({open} open)</source>
      <translation>{connections} ({open} offen)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/server_summary.py" />
      <source>Revision applied</source>
      <translation>Angewandte Revision</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/server_summary.py" />
      <source>Queue length</source>
      <translation>Warteschlange</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/services_pane.py" />
      <source>The system itself starts the server then, also when nobody opens this console. Before anything is written you see exactly what, and where.</source>
      <translation>Das System selbst startet dann den Server, auch wenn niemand diese Konsole öffnet. Bevor etwas geschrieben wird, sehen Sie genau, was und wohin.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/services_pane.py" />
      <source>Running since</source>
      <translation>Läuft seit</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/services_pane.py" />
      <source>Process</source>
      <translation>Prozess</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/services_pane.py" />
      <source>User</source>
      <translation>Benutzer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/services_pane.py" />
      <source>Memory</source>
      <translation>Arbeitsspeicher</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/services_pane.py" />
      <source>Listens on</source>
      <translation>Lauscht auf</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/services_pane.py" />
      <source>Revision in force</source>
      <translation>Geltende Revision</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/services_pane.py" />
      <location filename="../../../server/posthouse_server/diagnose/catalogue.py" />
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/services_pane.py" />
      <location filename="../../../server/posthouse_server/diagnose/catalogue.py" />
      <source>Data folder</source>
      <translation>Datenordner</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/services_pane.py" />
      <source>T&amp;urn On…</source>
      <translation>&amp;Einschalten…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/services_pane.py" />
      <source>Posthouse SMTP server: {word}</source>
      <translation>Posthouse-SMTP-Server: {word}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/services_pane.py" />
      <source>Start with the computer</source>
      <translation>Mit dem Computer starten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/services_pane.py" />
      <source>Asking this computer…</source>
      <translation>Dieser Computer wird gefragt…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/services_pane.py" />
      <source>T&amp;urn Off…</source>
      <translation>A&amp;usschalten…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/trace_table.py" />
      <source>No line is as these filters ask.</source>
      <translation>Keine Zeile entspricht diesen Filtern.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/trace_table.py" />
      <source>The trace can't be read: {fault}</source>
      <translation>Das Protokoll kann nicht gelesen werden: {fault}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/trace_table.py" />
      <source>Looked through back to {since}…</source>
      <translation>Durchsucht, zurück bis {since}…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/trace_table.py" />
      <source>Looking through the trace…</source>
      <translation>Das Protokoll wird durchsucht…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/trace_table.py" />
      <source>The search was cancelled: looked through back to {since}.</source>
      <translation>Die Suche wurde abgebrochen: durchsucht, zurück bis {since}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/trace_table.py" />
      <source>The search was cancelled: looked through nothing.</source>
      <translation>Die Suche wurde abgebrochen: Es wurde nichts durchsucht.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/trace_table.py" />
      <source>Paused: new lines are not listed.</source>
      <translation>Angehalten: Neue Zeilen werden nicht aufgelistet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/navigation/tree_view.py" />
      <source>Console tree</source>
      <translation>Konsolenstruktur</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/opening.py" />
      <source>Opening the data folder {root} …</source>
      <translation>Der Datenordner {root} wird geöffnet …</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/opening.py" />
      <source>Opening the data folder</source>
      <translation>Datenordner wird geöffnet</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/overview.py" />
      <source>By revision {number}; the running server still obeys revision {revision}.</source>
      <translation>Nach Revision {number}; der laufende Server folgt noch Revision {revision}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/overview.py" />
      <source>By revision {number}, which the server will obey when it runs.</source>
      <translation>Nach Revision {number}, der der Server folgt, sobald er läuft.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/overview.py" />
      <source>By revision {revision}, which the running server obeys.</source>
      <translation>Nach Revision {revision}, der der laufende Server folgt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/overview.py" />
      <location filename="../../../app/posthouse_console/service/server_words.py" />
      <source>Stopping…</source>
      <translation>Wird beendet…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/overview.py" />
      <location filename="../../../server/posthouse_server/reload.py" />
      <source>{fault} Revision {revision} stays in force.</source>
      <translation>{fault} Revision {revision} gilt weiterhin.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/overview.py" />
      <source>Who can relay is not known: {error}</source>
      <translation>Wer weiterleiten darf, ist nicht bekannt: {error}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/button_row.py" />
      <source>Shows what the edits would have changed for the mail of the last 30 days; it changes nothing.</source>
      <translation>Zeigt, was die Änderungen für die E-Mails der letzten 30 Tage geändert hätten; es wird nichts geändert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/button_row.py" />
      <source>Nothing has been edited.</source>
      <translation>Es wurde nichts bearbeitet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/button_row.py" />
      <source>What has been edited has no part in who may send or relay. There is something to preview after changes of relay, access control, blocked senders, or what Security refuses.</source>
      <translation>Das Bearbeitete hat keinen Einfluss darauf, wer senden oder weiterleiten darf. Eine Vorschau gibt es nach Änderungen an Relay, Zugriffssteuerung, blockierten Absendern oder an dem, was „Sicherheit“ ablehnt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/button_row.py" />
      <location filename="../../../app/posthouse_console/properties/smtp/form_page.py" />
      <source>Previe&amp;w...</source>
      <translation>&amp;Vorschau...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/button_row.py" />
      <source>Preview...</source>
      <translation>Vorschau...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/button_row.py" />
      <source>Restore Defaults...</source>
      <translation>Standardwerte...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/conflict.py" />
      <source>{author} changed the settings at {day}{at} (revision {revision})</source>
      <translation>Einstellungen geändert von {author}, {day}{at} (Revision {revision})</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/conflict.py" />
      <source>{label} empty</source>
      <translation>{label} leer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/conflict.py" />
      <source>Nothing of yours is saved yet.</source>
      <translation>Von Ihren Änderungen ist noch nichts gespeichert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/conflict.py" />
      <source>{label} on</source>
      <translation>{label} ein</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/conflict.py" />
      <source>{label} off</source>
      <translation>{label} aus</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/conflict.py" />
      <source>{label} (1 entry)</source>
      <translation>{label} (1 Eintrag)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/conflict.py" />
      <source>{label} ({number} entries)</source>
      <translation>{label} ({number} Einträge)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/conflict.py" />
      <source> and {more} more</source>
      <translation> und {more} weitere</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/conflict.py" />
      <source>You both changed {both}: yours would replace theirs.</source>
      <translation>Sie beide haben {both} geändert: Ihre Änderung würde die andere ersetzen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/conflict_question.py" />
      <source>{newest}. You see the new settings.</source>
      <translation>{newest}. Sie sehen die neuen Einstellungen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/conflict_question.py" />
      <location filename="../../../app/posthouse_console/properties/save_flow.py" />
      <source>Reload</source>
      <translation>Neu laden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/conflict_question.py" />
      <source>Apply mine on top</source>
      <translation>Meine zusätzlich übernehmen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/conflict_question.py" />
      <source>Keep editing</source>
      <translation>Weiter bearbeiten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/default_question.py" />
      <source>Restore the default of 1 setting on {title}?</source>
      <translation>Standardwert von 1 Einstellung auf „{title}“ wiederherstellen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/default_question.py" />
      <source>Restore the defaults of {number:,} settings on {title}?</source>
      <translation>Standardwerte von {number:,} Einstellungen auf „{title}“ wiederherstellen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/default_question.py" />
      <source>Restore Defaults</source>
      <translation>Standardwerte wiederherstellen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/default_question.py" />
      <source>Everything on {title} has its default already.</source>
      <translation>Auf „{title}“ hat bereits alles seinen Standardwert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/default_question.py" />
      <source>… and {number:,} more</source>
      <translation>… und {number:,} weitere</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/default_question.py" />
      <source>Nothing is saved before OK or Apply.</source>
      <translation>Gespeichert wird erst mit „OK“ oder „Übernehmen“.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/dialog.py" />
      <source>{fault} Shown is revision {revision}, which is in force; what you save here replaces both.</source>
      <translation>{fault} Angezeigt wird Revision {revision}, die in Kraft ist; was Sie hier speichern, ersetzt beide.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/dialog.py" />
      <source>The settings can't be read: {fault}</source>
      <translation>Die Einstellungen können nicht gelesen werden: {fault}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/dialog.py" />
      <source>The settings are being read.</source>
      <translation>Die Einstellungen werden gelesen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/save_flow.py" />
      <source>Yours and theirs don't fit together: {error}</source>
      <translation>Ihre und die anderen Änderungen passen nicht zusammen: {error}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/saving.py" />
      <location filename="../../../app/posthouse_console/properties/smtp/form_page.py" />
      <source>Apply &amp;for</source>
      <translation>Übernehmen &amp;für</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/saving.py" />
      <source>Apply for</source>
      <translation>Übernehmen für</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/saving.py" />
      <source>The change goes into force, and takes itself back unless you keep it.</source>
      <translation>Die Änderung tritt in Kraft und nimmt sich selbst zurück, wenn Sie sie nicht behalten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/saving.py" />
      <source>{minutes} minutes</source>
      <translation>{minutes} Minuten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/advanced.py" />
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Advanced SMTP</source>
      <translation>SMTP erweitert</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/advanced.py" />
      <source>Delivered-To alone</source>
      <translation>nur Delivered-To</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/advanced.py" />
      <source>Nobody can log in: only clients in privileged IP ranges can relay.</source>
      <translation>Niemand kann sich anmelden: Nur Clients in privilegierten IP-Bereichen dürfen weiterleiten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/advanced.py" />
      <source>Passwords and mail travel unencrypted on ports with STARTTLS.</source>
      <translation>Kennwörter und E-Mails werden an Ports mit STARTTLS unverschlüsselt übertragen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/blocked_addresses.py" />
      <source>sender</source>
      <translation>Absender</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/blocked_addresses.py" />
      <source>senders</source>
      <translation>Absender</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/blocked_addresses.py" />
      <source>An address, or a whole domain such as example.com.</source>
      <translation>Eine Adresse oder eine ganze Domäne wie example.com.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/blocked_addresses.py" />
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Blocked Addresses</source>
      <translation>Blockierte Adressen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/delivery.py" />
      <source>First retry after</source>
      <translation>Erster neuer Versuch nach</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/delivery.py" />
      <source>Second retry after</source>
      <translation>Zweiter neuer Versuch nach</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/delivery.py" />
      <source>Third retry after</source>
      <translation>Dritter neuer Versuch nach</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/delivery.py" />
      <source>Each subsequent retry after</source>
      <translation>Jeder weitere Versuch nach</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/delivery.py" />
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Delivery</source>
      <translation>Zustellung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/delivery.py" />
      <source>In minutes. {help}</source>
      <translation>In Minuten. {help}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/delivery.py" />
      <source> minutes</source>
      <translation> Minuten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/delivery.py" />
      <source>hours</source>
      <translation>Stunden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/delivery.py" />
      <source>The lifetime ends before the first retry: each message is tried once.</source>
      <translation>Die Lebensdauer endet vor dem ersten neuen Versuch: Jede Nachricht wird nur einmal versucht.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/dns_blacklisting.py" />
      <source>list</source>
      <translation>Liste</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/dns_blacklisting.py" />
      <source>lists</source>
      <translation>Listen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/dns_blacklisting.py" />
      <source>The domain of the list.</source>
      <translation>Die Domäne der Liste.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/dns_blacklisting.py" />
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>DNS Blacklisting</source>
      <translation>DNS-Blacklists</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/dns_blacklisting.py" />
      <location filename="../../../app/posthouse_console/widgets/smart_host_form.py" />
      <location filename="../../../app/posthouse_console/widgets/smart_hosts_panel.py" />
      <source>Test...</source>
      <translation>Testen...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/dns_blacklisting.py" />
      <source>Ask each list for its test entry (127.0.0.2), which a list that serves you names.</source>
      <translation>Fragt jede Liste nach ihrem Testeintrag (127.0.0.2), den eine Liste nennt, die Ihnen antwortet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/dns_blacklisting.py" />
      <source>The list is empty: nobody is looked up.</source>
      <translation>Die Liste ist leer: Niemand wird nachgeschlagen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/dns_blacklisting.py" />
      <source>Strangers wait until all lists have answered, and each list names some addresses wrongly.</source>
      <translation>Fremde warten, bis alle Listen geantwortet haben, und jede Liste nennt einige Adressen zu Unrecht.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/general.py" />
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>General</source>
      <translation>Allgemein</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/general.py" />
      <source>{node} (the name of this computer)</source>
      <translation>{node} (der Name dieses Computers)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/general.py" />
      <source>the first domain</source>
      <translation>die erste Domäne</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/general.py" />
      <source>the system's own</source>
      <translation>die des Systems</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/general.py" />
      <source>postmaster@ the first domain</source>
      <translation>postmaster@ der ersten Domäne</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/general.py" />
      <source>A field that is left empty takes the value shown in it.</source>
      <translation>Für ein leeres Feld gilt der darin angezeigte Wert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/inbound.py" />
      <source>PEM files (*.pem *.crt *.cer *.key);;All files (*)</source>
      <translation>PEM-Dateien (*.pem *.crt *.cer *.key);;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/inbound.py" />
      <source>{certificate}, with its key in the same file. While the server can't read it, the one before stays in use.</source>
      <translation>{certificate}, mit dem Schlüssel in derselben Datei. Solange der Server es nicht lesen kann, bleibt das vorige in Gebrauch.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/inbound.py" />
      <source>the self-signed certificate made at the first start</source>
      <translation>das beim ersten Start erstellte selbstsignierte Zertifikat</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/inbound.py" />
      <source>{certificate}, key in {key}. While the server can't read it, the one before stays in use.</source>
      <translation>{certificate}, Schlüssel in {key}. Solange der Server es nicht lesen kann, bleibt das vorige in Gebrauch.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/inbound.py" />
      <source>Certificate...</source>
      <translation>Zertifikat...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/inbound.py" />
      <source> ({number} more)</source>
      <translation> (und {number} weitere)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/inbound.py" />
      <source>As saved:</source>
      <translation>Gespeichert:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/inbound.py" />
      <source>Its names, how long it is valid, a new self-signed one, or another.</source>
      <translation>Seine Namen, seine Gültigkeit, ein neues selbstsigniertes oder ein anderes Zertifikat.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/inbound.py" />
      <source>the self-signed one</source>
      <translation>das selbstsignierte</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/inbound.py" />
      <source>in the certificate file</source>
      <translation>in der Zertifikatsdatei</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/inbound.py" />
      <source>Without a listener nobody can connect.</source>
      <translation>Ohne Listener kann sich niemand verbinden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/inbound.py" />
      <location filename="../../../app/posthouse_console/properties/smtp/security.py" />
      <location filename="../../../app/posthouse_console/widgets/number_fields.py" />
      <source>unlimited</source>
      <translation>unbegrenzt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/logging.py" />
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Logging</source>
      <translation>Protokollierung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/logging.py" />
      <source>Files</source>
      <translation>Dateien</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/logging.py" />
      <source>days</source>
      <translation>Tage</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/logging.py" />
      <source>Each day has files of its own. The oldest go first; the one in use always stays.</source>
      <translation>Jeder Tag hat eigene Dateien. Die ältesten werden zuerst gelöscht; die gerade benutzte bleibt immer.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/logging.py" />
      <location filename="../../../app/posthouse_console/widgets/ranges_model.py" />
      <source>for ever</source>
      <translation>für immer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/logging.py" />
      <location filename="../../../app/posthouse_console/properties/smtp/outbound.py" />
      <location filename="../../../app/posthouse_console/widgets/destinations_panel.py" />
      <source>any number</source>
      <translation>beliebig viele</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/logging.py" />
      <source>logs in the data folder</source>
      <translation>logs im Datenordner</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/outbound.py" />
      <source>The server tries a message at once, and again when its time has come: there is no poll interval. Retries, and how many connections one server gets, stand on Delivery; a smart host has a port and a TLS choice of its own.</source>
      <translation>Der Server versucht jede Nachricht sofort und erneut, wenn ihre Zeit gekommen ist: Es gibt kein Abfrageintervall. Neue Versuche und die Zahl der Verbindungen zu einem Server stehen unter „Zustellung“; ein Smarthost hat einen eigenen Port und eine eigene TLS-Auswahl.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/outbound.py" />
      <source>seconds</source>
      <translation>Sekunden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/outbound.py" />
      <source>The system chooses</source>
      <translation>Das System wählt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/outbound.py" />
      <source>Many servers of others have no certificate that can be checked: mail to them would never leave.</source>
      <translation>Viele fremde Server haben kein prüfbares Zertifikat: E-Mails an sie würden nie abgehen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/outbound.py" />
      <source>All mail that goes straight to its servers can be read on the way.</source>
      <translation>Alle E-Mails, die direkt an ihre Server gehen, können unterwegs gelesen werden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/outbound.py" />
      <source>This computer does not have that address at the moment: mail would wait.</source>
      <translation>Dieser Computer hat diese Adresse derzeit nicht: E-Mails würden warten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/relay.py" />
      <source>SMTP Relay options determine how users need to authenticate in order to send email to non-local addresses. These settings do not affect any emails addressed to a local user. Users only need to match one of the settings below in order to be able to relay email through the mail server.</source>
      <translation>Die SMTP-Relay-Optionen legen fest, wie Benutzer sich ausweisen müssen, um E-Mails an nicht lokale Adressen zu senden. Für E-Mails an lokale Benutzer gelten sie nicht. Es genügt, eine der folgenden Einstellungen zu erfüllen, um E-Mails über den Mailserver weiterleiten zu dürfen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/relay.py" />
      <source>no POP service</source>
      <translation>kein POP-Dienst</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/relay.py" />
      <source>Nobody can relay.</source>
      <translation>Niemand darf weiterleiten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/relay.py" />
      <source>Who can relay?...</source>
      <translation>Wer darf weiterleiten?...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/relay.py" />
      <source>Ask by the settings as they are edited here; nothing is saved for that.</source>
      <translation>Fragt nach den hier bearbeiteten Einstellungen; dafür wird nichts gespeichert.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/relay.py" />
      <source>How users log in, and which listeners offer it.</source>
      <translation>Wie Benutzer sich anmelden und welche Listener das anbieten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/relay.py" />
      <source>POP before SMTP authentication</source>
      <translation>POP-vor-SMTP-Authentifizierung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/relay.py" />
      <source>Remember IP address for</source>
      <translation>IP-Adresse merken für</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/relay.py" />
      <source>In minutes; {no_pop}</source>
      <translation>In Minuten; {no_pop}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/relay.py" />
      <source>Authentication Method...</source>
      <translation>Authentifizierungsmethode...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/relay.py" />
      <source>minutes</source>
      <translation>Minuten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/security.py" />
      <source>never</source>
      <translation>nie</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/security.py" />
      <source>Sending Limits</source>
      <translation>Sendegrenzen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/security.py" />
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>New mail beyond them is refused for the time being (451). 0 means unlimited.</source>
      <translation>Neue E-Mails darüber hinaus werden vorläufig abgelehnt (451). 0 bedeutet unbegrenzt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/security.py" />
      <source>Senders, Clients and Recipients</source>
      <translation>Absender, Clients und Empfänger</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/security.py" />
      <source>Mail to addresses that nobody has is accepted, and returned later to senders that are often forged: your server then sends bounces to strangers.</source>
      <translation>E-Mails an Adressen, die niemandem gehören, werden angenommen und später an oft gefälschte Absender zurückgesandt: Ihr Server schickt dann Unzustellbarkeitsmeldungen an Fremde.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/security.py" />
      <source>Connection Dropping</source>
      <translation>Verbindungsabbruch</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/security.py" />
      <source>Within ten minutes from one address; whoever is never banned is slowed down instead.</source>
      <translation>Innerhalb von zehn Minuten von einer Adresse; wer nie gesperrt wird, wird stattdessen gebremst.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/security.py" />
      <source>Passwords can be guessed without end.</source>
      <translation>Kennwörter können endlos geraten werden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/security.py" />
      <source>Whoever has stolen one password can send without end.</source>
      <translation>Wer ein Kennwort gestohlen hat, kann endlos senden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/security.py" />
      <source>Mailing lists and other servers may expect to send to 100 recipients at once.</source>
      <translation>Mailinglisten und andere Server erwarten womöglich, an 100 Empfänger zugleich senden zu können.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/smart_host.py" />
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Smart Host</source>
      <translation>Smarthost</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/smart_host.py" />
      <source>{label}: fill it in, or switch the smart host off.</source>
      <translation>{label}: Füllen Sie das Feld aus, oder schalten Sie den Smarthost ab.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/whitelist.py" />
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Whitelist</source>
      <translation>Whitelist</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/whitelist.py" />
      <source>The list is empty: nobody is spared by it.</source>
      <translation>Die Liste ist leer: Sie verschont niemanden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/whitelist.py" />
      <source>That is everybody: nobody is ever banned, and passwords can be guessed without end.</source>
      <translation>Das sind alle: Niemand wird je gesperrt, und Kennwörter können endlos geraten werden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/whitelist.py" />
      <source>1 public address can guess passwords without being banned.</source>
      <translation>1 öffentliche Adresse kann Kennwörter raten, ohne gesperrt zu werden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/properties/smtp/whitelist.py" />
      <source>{number} public addresses can guess passwords without being banned.</source>
      <translation>{number} öffentliche Adressen können Kennwörter raten, ohne gesperrt zu werden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/alarm_words.py" />
      <source>mail can't be stored</source>
      <translation>E-Mail lässt sich nicht speichern</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/alarm_words.py" />
      <source>the books don't balance</source>
      <translation>die Bilanz stimmt nicht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/alarm_words.py" />
      <source>the smart host refuses the login</source>
      <translation>der Smarthost lehnt die Anmeldung ab</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/alarm_words.py" />
      <source>no more files or connections</source>
      <translation>keine Dateien oder Verbindungen mehr frei</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/alarm_words.py" />
      <source>the trace can't be written</source>
      <translation>das Protokoll lässt sich nicht schreiben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/alarm_words.py" />
      <source>a mailbox sends far above its habit</source>
      <translation>ein Postfach sendet weit mehr als gewöhnlich</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/alarm_words.py" />
      <source>a log file can't be written</source>
      <translation>eine Protokolldatei lässt sich nicht schreiben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/alarm_words.py" />
      <source>strangers can relay</source>
      <translation>Fremde dürfen weiterleiten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/alarm_words.py" />
      <source>the server does not report</source>
      <translation>der Server meldet sich nicht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/alarm_words.py" />
      <source>{alarm} Since {since}{length}.</source>
      <translation>{alarm} Seit {since}{length}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/alarm_words.py" />
      <source>1 alarm</source>
      <translation>1 Alarm</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/alarm_words.py" />
      <source>{number} alarms</source>
      <translation>{number} Alarme</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/blacklist_test.py" />
      <source>It answers as it should.</source>
      <translation>Sie antwortet, wie sie soll.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/blacklist_test.py" />
      <source>It does not serve this DNS resolver (it answers {codes}).</source>
      <translation>Sie bedient diesen DNS-Resolver nicht (sie antwortet {codes}).</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/blacklist_test.py" />
      <source>It names an address that no list may name: it would refuse everybody.</source>
      <translation>Sie führt eine Adresse, die keine Liste führen darf: Sie würde jeden ablehnen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/blacklist_test.py" />
      <source>It has no entry for tests: it is out of service, or no DNS blacklist.</source>
      <translation>Sie hat keinen Testeintrag: Sie ist außer Betrieb oder keine DNS-Blacklist.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/blacklist_test.py" />
      <source>It does not answer: {reason}.</source>
      <translation>Sie antwortet nicht: {reason}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/books_words.py" />
      <source>The books balance: every recipient that was accepted is accounted for.</source>
      <translation>Die Bilanz stimmt: Jeder angenommene Empfänger ist nachgewiesen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/books_words.py" />
      <source>The books balance: nothing has been accepted yet.</source>
      <translation>Die Bilanz stimmt: Es wurde noch nichts angenommen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/books_words.py" />
      <source>The books differ by {count}: {count} accepted recipient is not accounted for.</source>
      <translation>Die Bilanz weicht um {count} ab: {count} angenommener Empfänger ist nicht nachgewiesen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/books_words.py" />
      <source>The books differ by {count}: {count} accepted recipients are not accounted for.</source>
      <translation>Die Bilanz weicht um {count} ab: {count} angenommene Empfänger sind nicht nachgewiesen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/books_words.py" />
      <source>The books differ by {count}: {count} recipient is there that nobody accepted.</source>
      <translation>Die Bilanz weicht um {count} ab: {count} Empfänger ist vorhanden, den niemand angenommen hat.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/books_words.py" />
      <source>The books differ by {count}: {count} recipients are there that nobody accepted.</source>
      <translation>Die Bilanz weicht um {count} ab: {count} Empfänger sind vorhanden, die niemand angenommen hat.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>SSL/TLS (from the first byte)</source>
      <translation>SSL/TLS (ab dem ersten Byte)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>The certificate has ended on {valid_until}: devices that check it refuse.</source>
      <translation>Das Zertifikat ist am {valid_until} abgelaufen: Geräte, die es prüfen, verweigern die Verbindung.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>The certificate is self-signed: switch its verification off in the device, or give the server one that the device trusts (SMTP Properties, Inbound).</source>
      <translation>Das Zertifikat ist selbstsigniert: Schalten Sie seine Prüfung im Gerät aus, oder geben Sie dem Server eines, dem das Gerät vertraut (SMTP-Eigenschaften, Eingehend).</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>The certificate ends on {valid_until}.</source>
      <translation>Das Zertifikat läuft am {valid_until} ab.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>{listener} wants a login from everybody.</source>
      <translation>{listener} verlangt von jedem eine Anmeldung.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>SMTP server: {server}</source>
      <translation>SMTP-Server: {server}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>Port: {port}</source>
      <translation>Port: {port}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>Security: {security}</source>
      <translation>Sicherheit: {security}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>The server is not running: nobody can connect now.</source>
      <translation>Der Server läuft nicht: Zurzeit kann sich niemand verbinden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>No port can be reached from the network: only programs on this computer get through. Add one under SMTP Properties, Inbound, or in Set Up Posthouse.</source>
      <translation>Kein Port ist aus dem Netzwerk erreichbar: Nur Programme auf diesem Computer kommen durch. Fügen Sie einen unter SMTP-Eigenschaften, Eingehend, oder mit „Posthouse einrichten“ hinzu.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>This port is another one after each start: give it a number under SMTP Properties, Inbound.</source>
      <translation>Dieser Port ist nach jedem Start ein anderer: Geben Sie ihm unter SMTP-Eigenschaften, Eingehend, eine Nummer.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>Enable Mail Relay is off: mail to other domains is refused.</source>
      <translation>„Mail-Relay aktivieren“ ist aus: E-Mail an andere Domänen wird abgelehnt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>Access Control lets only the addresses of its list connect: the device must be among them.</source>
      <translation>Die Zugriffssteuerung lässt nur Adressen ihrer Liste zu: Das Gerät muss darunter sein.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>{listener} lets nobody log in.</source>
      <translation>{listener} erlaubt niemandem die Anmeldung.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>{listener} lets nobody log in from the network, since it offers no encryption.</source>
      <translation>{listener} erlaubt aus dem Netzwerk niemandem die Anmeldung, da keine Verschlüsselung angeboten wird.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>The mailbox {login} is disabled: it can't log in.</source>
      <translation>Das Postfach {login} ist deaktiviert: Es kann sich nicht anmelden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>Allow relay for authenticated senders is off: a login does not help.</source>
      <translation>„Relay für authentifizierte Absender erlauben“ ist aus: Eine Anmeldung hilft nicht.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>The command AUTH is switched off (SMTP Properties, Advanced SMTP): nobody can log in.</source>
      <translation>Der Befehl AUTH ist ausgeschaltet (SMTP-Eigenschaften, SMTP erweitert): Niemand kann sich anmelden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <location filename="../../../app/posthouse_console/widgets/smart_host_form.py" />
      <source>The password crosses the network unencrypted.</source>
      <translation>Das Kennwort geht unverschlüsselt durch das Netzwerk.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>Allow relay for privileged IP ranges is off: the range does not count.</source>
      <translation>„Relay für privilegierte IP-Bereiche erlauben“ ist aus: Der Bereich zählt nicht.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>The range has expired on {expires_at}: whoever is in it is refused.</source>
      <translation>Der Bereich ist am {expires_at} abgelaufen: Wer darin ist, wird abgelehnt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>It counts at these hours only: {hours}.</source>
      <translation>Er gilt nur zu diesen Zeiten: {hours}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>The range is this computer itself: no device on the network is in it.</source>
      <translation>Der Bereich ist dieser Computer selbst: Kein Gerät im Netzwerk gehört dazu.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>User name: {login}</source>
      <translation>Benutzername: {login}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>No login</source>
      <translation>Keine Anmeldung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>Range {range}, without a password</source>
      <translation>Bereich {range}, ohne Kennwort</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>{listener} can be reached by programs on this computer only.</source>
      <translation>{listener} ist nur für Programme auf diesem Computer erreichbar.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>The range ends on {expires_at}.</source>
      <translation>Der Bereich läuft am {expires_at} ab.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>It counts for these senders only: {senders} and more.</source>
      <translation>Er gilt nur für diese Absender: {senders} und weitere.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/connection_facts.py" />
      <source>It counts for these senders only: {senders}.</source>
      <translation>Er gilt nur für diese Absender: {senders}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>the password of the mailbox</source>
      <translation>das Kennwort des Postfachs</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>any address of yours</source>
      <translation>eine Ihrer Adressen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>off while the certificate is self-signed</source>
      <translation>aus, solange das Zertifikat selbstsigniert ist</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Disable while the certificate is self-signed</source>
      <translation>Deaktivieren, solange das Zertifikat selbstsigniert ist</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>On</source>
      <translation>Ein</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Off</source>
      <translation>Aus</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Any other device or program</source>
      <translation>Anderes Gerät oder Programm</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Its settings for e-mail, SMTP or the outgoing server</source>
      <translation>Seine Einstellungen für E-Mail, SMTP oder den Postausgangsserver</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Web Based Management: Network &gt; Protocol &gt; SMTP &gt; Advanced Settings</source>
      <translation>Web Based Management: Netzwerk &gt; Protokoll &gt; SMTP &gt; Erweiterte Einstellungen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Remote UI: Settings/Registration &gt; Function Settings &gt; Send &gt; E-Mail/I-Fax Settings &gt; Communication Settings</source>
      <translation>Remote UI: Einstellungen/Speicherung &gt; Funktionseinstellungen &gt; Senden &gt; E-Mail/I-Fax-Einstellungen &gt; Kommunikationseinstellungen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Web Config: Network &gt; Email Server &gt; Basic</source>
      <translation>Web Config: Netzwerk &gt; E-Mail-Server &gt; Grundlegend</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Embedded Web Server: Scan/Digital Send (or Scan) &gt; Email Setup &gt; Outgoing Email Servers (SMTP) &gt; Add</source>
      <translation>Integrierter Webserver: Scannen/Digitales Senden (oder Scannen) &gt; E-Mail-Einrichtung &gt; Postausgangsserver (SMTP) &gt; Hinzufügen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Administrator Mode: Network &gt; E-mail Setting &gt; E-mail TX (SMTP)</source>
      <translation>Administratormodus: Netzwerk &gt; E-Mail-Einstellung &gt; E-Mail-Versand (SMTP)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Command Center RX: Function Settings &gt; E-mail</source>
      <translation>Command Center RX: Funktionseinstellungen &gt; E-Mail</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Web Image Monitor: Device Management &gt; Configuration &gt; Device Settings &gt; Email</source>
      <translation>Web Image Monitor: Gerätemanagement &gt; Konfiguration &gt; Geräteeinstellungen &gt; E-Mail</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Embedded Web Server: Properties &gt; Connectivity &gt; Setup &gt; SMTP (Email)</source>
      <translation>Integrierter Webserver: Eigenschaften &gt; Konnektivität &gt; Einrichtung &gt; SMTP (E-Mail)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Outlook (classic)</source>
      <translation>Outlook (klassisch)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Account Settings &gt; Change &gt; More Settings &gt; Outgoing Server and Advanced</source>
      <translation>Kontoeinstellungen &gt; Ändern &gt; Weitere Einstellungen &gt; Postausgangsserver und Erweitert</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Account Settings &gt; Outgoing Server (SMTP) &gt; Add</source>
      <translation>Konten-Einstellungen &gt; Postausgangs-Server (SMTP) &gt; Hinzufügen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>It asks for the password, and about a self-signed certificate, with the first message.</source>
      <translation>Bei der ersten Nachricht fragt es nach dem Kennwort und wegen eines selbstsignierten Zertifikats nach.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>A .NET program (SmtpClient)</source>
      <translation>Ein .NET-Programm (SmtpClient)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>A PHP program (PHPMailer)</source>
      <translation>Ein PHP-Programm (PHPMailer)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>After $mail-&gt;isSMTP()</source>
      <translation>Nach $mail-&gt;isSMTP()</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>STARTTLS (may be called TLS)</source>
      <translation>STARTTLS (heißt manchmal TLS)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SSL/TLS (may be called SMTPS)</source>
      <translation>SSL/TLS (heißt manchmal SMTPS)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Not possible on most models: choose a port with STARTTLS</source>
      <translation>Bei den meisten Modellen nicht möglich: Wählen Sie einen Port mit STARTTLS</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>not ticked</source>
      <translation>nicht angehakt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>ticked</source>
      <translation>angehakt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Server requires authentication</source>
      <translation>Server erfordert Authentifizierung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Server does not require authentication</source>
      <translation>Server erfordert keine Authentifizierung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>OFF</source>
      <translation>AUS</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SMTP over SSL</source>
      <translation>SMTP über SSL</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>ON</source>
      <translation>EIN</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SMTP (E-mail TX) must be on under Network Settings &gt; Protocol; on many models that page has SMTP Security too.</source>
      <translation>SMTP (E-Mail-Versand) muss unter Netzwerkeinstellungen &gt; Protokoll eingeschaltet sein; bei vielen Modellen steht dort auch die SMTP-Sicherheit.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Off or On (newer models: STARTTLS)</source>
      <translation>Aus oder Ein (neuere Modelle: STARTTLS)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>No Encryption</source>
      <translation>Keine Verschlüsselung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>System: authenticates with the name below</source>
      <translation>System: meldet sich mit dem Namen unten an</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>No Authentication</source>
      <translation>Keine Authentifizierung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Normal password</source>
      <translation>Passwort, normal</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>No authentication</source>
      <translation>Keine Authentifizierung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>not possible with SmtpClient: use MailKit, or a port with STARTTLS</source>
      <translation>mit SmtpClient nicht möglich: Nehmen Sie MailKit oder einen Port mit STARTTLS</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>'' (and $mail-&gt;SMTPAutoTLS = false)</source>
      <translation>'' (und $mail-&gt;SMTPAutoTLS = false)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>leave empty</source>
      <translation>leer lassen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SMTP server</source>
      <translation>SMTP-Server</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SMTP authentication</source>
      <translation>SMTP-Authentifizierung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Sender's address</source>
      <translation>Absenderadresse</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Server Address</source>
      <translation>Serveradresse</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Server Authentication Method</source>
      <translation>Serverauthentifizierungsmethode</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Account Name</source>
      <translation>Kontoname</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Account Password</source>
      <translation>Kontokennwort</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Verify Server Certificate</source>
      <translation>Serverzertifikat überprüfen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Machine E-mail Address</source>
      <translation>E-Mail-Adresse des Geräts</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SMTP Server</source>
      <translation>SMTP-Server</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>E-Mail Address</source>
      <translation>E-Mail-Adresse</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Allow TLS (SMTP TX)</source>
      <translation>TLS erlauben (SMTP TX)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Confirm Certificate for TLS SMTP TX</source>
      <translation>Zertifikat für TLS SMTP TX bestätigen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Use SMTP Authentication (SMTP AUTH)</source>
      <translation>SMTP-Authentifizierung verwenden (SMTP AUTH)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>User Name</source>
      <translation>Benutzername</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SMTP TX Port Number (Network &gt; Port Number)</source>
      <translation>SMTP-TX-Portnummer (Netzwerk &gt; Portnummer)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <location filename="../../../app/posthouse_console/widgets/authentication_dialog.py" />
      <source>Authentication Method</source>
      <translation>Authentifizierungsmethode</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Authenticated Account</source>
      <translation>Authentifiziertes Konto</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Authenticated Password</source>
      <translation>Authentifiziertes Kennwort</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Sender's Email Address</source>
      <translation>E-Mail-Adresse des Absenders</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SMTP Server Address</source>
      <translation>SMTP-Serveradresse</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SMTP Server Port Number</source>
      <translation>SMTP-Server-Portnummer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Secure Connection</source>
      <translation>Sichere Verbindung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Certificate Validation</source>
      <translation>Zertifikatsprüfung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Server name or address</source>
      <translation>Servername oder -adresse</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Port number</source>
      <translation>Portnummer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Enable SMTP SSL Protocol</source>
      <translation>SMTP-SSL-Protokoll aktivieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Server authentication</source>
      <translation>Serverauthentifizierung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>Username</source>
      <translation>Benutzername</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Default From: address</source>
      <translation>Standardadresse für „Von:“</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>E-mail TX Setting</source>
      <translation>E-Mail-Versandeinstellung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Port Number</source>
      <translation>Portnummer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Use SSL/TLS</source>
      <translation>SSL/TLS verwenden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SMTP Authentication</source>
      <translation>SMTP-Authentifizierung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>User ID</source>
      <translation>Benutzer-ID</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Administrator E-mail Address</source>
      <translation>E-Mail-Adresse des Administrators</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SMTP Server Name</source>
      <translation>SMTP-Servername</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SMTP Port Number</source>
      <translation>SMTP-Portnummer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SMTP Security</source>
      <translation>SMTP-Sicherheit</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Authentication Protocol</source>
      <translation>Authentifizierungsprotokoll</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Login User Name</source>
      <translation>Anmelde-Benutzername</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Login Password</source>
      <translation>Anmeldekennwort</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Sender Address</source>
      <translation>Absenderadresse</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SMTP Port No.</source>
      <translation>SMTP-Port-Nr.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Use Secure Connection (SSL)</source>
      <translation>Sichere Verbindung (SSL) verwenden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SMTP Auth. User Name</source>
      <translation>Benutzername für SMTP-Auth.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SMTP Auth. Password</source>
      <translation>Kennwort für SMTP-Auth.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SMTP Auth. Email Address</source>
      <translation>E-Mail-Adresse für SMTP-Auth.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Administrator's Email Address</source>
      <translation>E-Mail-Adresse des Administrators</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>SMTP Server (IP Address or Host Name)</source>
      <translation>SMTP-Server (IP-Adresse oder Hostname)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Device Email Address</source>
      <translation>E-Mail-Adresse des Geräts</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Connection Security</source>
      <translation>Verbindungssicherheit</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Login Name</source>
      <translation>Anmeldename</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Outgoing mail server (SMTP)</source>
      <translation>Postausgangsserver (SMTP)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>My outgoing server (SMTP) requires authentication</source>
      <translation>Der Postausgangsserver (SMTP) erfordert Authentifizierung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Outgoing server (SMTP)</source>
      <translation>Postausgangsserver (SMTP), unter „Erweitert“</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Use the following type of encrypted connection</source>
      <translation>Verwenden Sie den folgenden verschlüsselten Verbindungstyp</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Email Address</source>
      <translation>E-Mail-Adresse</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Server Name</source>
      <translation>Servername</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Connection security</source>
      <translation>Verbindungssicherheit</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/device_fields.py" />
      <source>Authentication method</source>
      <translation>Authentifizierungsmethode</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/diagnosis.py" />
      <source>The checks could not be made: {error}</source>
      <translation>Die Prüfungen konnten nicht ausgeführt werden: {error}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/directory_model.py" />
      <source>What this changes can't be told, since the settings can't be read: {error}</source>
      <translation>Was dies ändert, lässt sich nicht sagen, da die Einstellungen nicht lesbar sind: {error}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/health_model.py" />
      <source>The books can't be read: {error}.</source>
      <translation>Die Bilanz lässt sich nicht lesen: {error}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/health_model.py" />
      <source>{ledger} Keep a copy of spool.db and report this.</source>
      <translation>{ledger} Bewahren Sie eine Kopie von spool.db auf, und melden Sie dies.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/host_names.py" />
      <source>name look-up timed out</source>
      <translation>Zeitüberschreitung bei der Namensauflösung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/host_names.py" />
      <source>name look-up failed</source>
      <translation>Namensauflösung fehlgeschlagen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/in_force.py" />
      <source>, but: {detail}</source>
      <translation>, aber: {detail}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/in_force.py" />
      <source>Revision {number} is saved, but the server has not taken it within {seconds:.0f} s.</source>
      <translation>Revision {number} ist gespeichert, aber der Server hat sie nicht innerhalb von {seconds:.0f} s übernommen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/in_force.py" />
      <source>Saved as revision {number}; the server has ended meanwhile.</source>
      <translation>Als Revision {number} gespeichert; der Server ist inzwischen beendet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/in_force.py" />
      <source>Revision {revision} is in force; it came after your revision {number}{tail}</source>
      <translation>Revision {revision} ist in Kraft; sie kam nach Ihrer Revision {number}{tail}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/in_force.py" />
      <source>Revision {number} in force after {seconds:.1f} s{tail}</source>
      <translation>Revision {number} ist nach {seconds:.1f} s in Kraft{tail}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/in_force.py" />
      <source>Revision {number} is saved, but the server can't use it: {reason}</source>
      <translation>Revision {number} ist gespeichert, aber der Server kann sie nicht verwenden: {reason}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/in_force.py" />
      <source>Saved as revision {number}; the server is stopped and will use it when it starts.</source>
      <translation>Als Revision {number} gespeichert; der Server ist gestoppt und verwendet sie, sobald er startet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>Not taken yet; tried again at {at:%H:%M}</source>
      <translation>Noch nicht angenommen; neuer Versuch um {at:%H:%M}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>Not accepted by this server</source>
      <translation>Von diesem Server nicht angenommen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>It may pass by the rule “{rule}”.</source>
      <translation>Sie darf nach der Regel „{rule}“ passieren.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>Accepted by this server [{message_id}]</source>
      <translation>Von diesem Server angenommen [{message_id}]</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>the mailbox</source>
      <translation>das Postfach</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>Refused for good; the sender is told</source>
      <translation>Endgültig abgelehnt; der Absender wird benachrichtigt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <location filename="../../../server/posthouse_server/store/queue_edits.py" />
      <location filename="../../../server/posthouse_server/store/spool.py" />
      <source>Removed by an administrator</source>
      <translation>Von einem Administrator entfernt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>Not taken yet</source>
      <translation>Noch nicht angenommen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>In the queue</source>
      <translation>In der Warteschlange</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>It is on disk, and is being delivered.</source>
      <translation>Sie liegt auf dem Datenträger und wird zugestellt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>Through the queue</source>
      <translation>Durch die Warteschlange</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>It was on disk before it was accepted.</source>
      <translation>Sie lag auf dem Datenträger, bevor sie angenommen wurde.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>the next server</source>
      <translation>der nächste Server</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>Put into the mailbox of {recipient}</source>
      <translation>In das Postfach von {recipient} gelegt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>Handed to {remote}</source>
      <translation>An {remote} übergeben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>Reached {remote}</source>
      <translation>Erreicht: {remote}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>No server was reached</source>
      <translation>Kein Server wurde erreicht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>Accepted by this server</source>
      <translation>Von diesem Server angenommen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>Into the queue</source>
      <translation>In die Warteschlange</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>Handed over</source>
      <translation>Übergeben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>Reply of the other side</source>
      <translation>Antwort der Gegenseite</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>{remote} has taken it</source>
      <translation>{remote} hat sie angenommen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/journey.py" />
      <source>Refused for good; it is kept in Bad Mail</source>
      <translation>Endgültig abgelehnt; sie wird in Bad Mail aufbewahrt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Not in the queue any more, and no attempt is recorded that ended it: an administrator has removed it, or what was recorded is older than what the trace keeps.</source>
      <translation>Nicht mehr in der Warteschlange, und kein Versuch ist aufgezeichnet, der sie beendet hat: Ein Administrator hat sie entfernt, oder die Aufzeichnung ist älter, als das Protokoll zurückreicht.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>accepted for a mailbox of this server</source>
      <translation>für ein Postfach dieses Servers angenommen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>accepted to be relayed</source>
      <translation>zum Weiterleiten angenommen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <location filename="../../../server/posthouse_server/policy/comparison.py" />
      <location filename="../../../server/posthouse_server/store/explanations.py" />
      <location filename="../../../server/posthouse_server/store/preview.py" />
      <source>refused</source>
      <translation>abgelehnt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <location filename="../../../server/posthouse_server/policy/comparison.py" />
      <source>delivered</source>
      <translation>zugestellt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>not taken yet; tried again later</source>
      <translation>noch nicht angenommen; später erneut versucht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <location filename="../../../server/posthouse_server/store/preview.py" />
      <source>returned to the sender</source>
      <translation>an den Absender zurückgegeben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>to Bad Mail</source>
      <translation>nach Bad Mail</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>removed</source>
      <translation>entfernt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>refused after its content</source>
      <translation>nach dem Inhalt abgelehnt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Not delivered; the sender was told.</source>
      <translation>Nicht zugestellt; der Absender wurde benachrichtigt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Removed.</source>
      <translation>Entfernt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Refused.</source>
      <translation>Abgelehnt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Delivered.</source>
      <translation>Zugestellt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Went to Bad Mail, and is there no more.</source>
      <translation>Kam nach Bad Mail und ist nicht mehr dort.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Message {id}</source>
      <translation>Nachricht {id}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>No message: refused before its content</source>
      <translation>Keine Nachricht: vor dem Inhalt abgelehnt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>{at}: {verdict}, by the rule “{rule}”, {number} times.</source>
      <translation>{at}: {verdict}, nach der Regel „{rule}“, {number}-mal.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>{at}: {verdict}, by the rule “{rule}”.</source>
      <translation>{at}: {verdict}, nach der Regel „{rule}“.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Held: in {link}.</source>
      <translation>Angehalten: in {link}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Delivered: {remote} has taken it.</source>
      <translation>Zugestellt: {remote} hat sie angenommen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Could be neither delivered nor returned: in {link}.</source>
      <translation>Weder zustellbar noch zurückgebbar: in {link}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Connection</source>
      <translation>Verbindung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Received</source>
      <translation>Empfangen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Why?</source>
      <translation>Warum?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Waiting; the next attempt is now: in {link}.</source>
      <translation>Wartet; der nächste Versuch ist jetzt: in {link}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Nothing is known of it any more: neither the trace nor a queue has it.</source>
      <translation>Darüber ist nichts mehr bekannt: Weder das Protokoll noch eine Warteschlange enthält sie.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>&lt;&gt; (no sender)</source>
      <translation>&lt;&gt; (kein Absender)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>With TLS</source>
      <translation>Mit TLS</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Without TLS</source>
      <translation>Ohne TLS</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Show the session as a transcript</source>
      <translation>Sitzung als Mitschrift anzeigen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <location filename="../../../server/posthouse_server/store/abuse.py" />
      <source>(no recipient)</source>
      <translation>(kein Empfänger)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Delivered to the mailbox {link}.</source>
      <translation>Zugestellt in das Postfach {link}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/life_words.py" />
      <source>Waiting; the next attempt is {at}: in {link}.</source>
      <translation>Wartet; der nächste Versuch ist {at}: in {link}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/mailbox_messages.py" />
      <source>The mailbox</source>
      <translation>Das Postfach</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/password_strength.py" />
      <source>Too short: use {shortest} characters or more, or let Random… make one.</source>
      <translation>Zu kurz: Verwenden Sie mindestens {shortest} Zeichen, oder lassen Sie mit „Zufällig…“ eines erzeugen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/password_strength.py" />
      <source>Too easy to guess: whoever guesses it can send mail through this server.</source>
      <translation>Zu leicht zu erraten: Wer es errät, kann über diesen Server E-Mail senden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/password_strength.py" />
      <source>Fair. A longer one is better: it guards everything that can be sent from here.</source>
      <translation>Ausreichend. Ein längeres ist besser: Es schützt alles, was von hier gesendet werden kann.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/password_strength.py" />
      <source>Good.</source>
      <translation>Gut.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/password_strength.py" />
      <source>Strong.</source>
      <translation>Stark.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Remove {what} and return them to their senders?</source>
      <translation>{what} entfernen und an ihre Absender zurückgeben?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>{id}: {sender} to {recipients}</source>
      <translation>{id}: {sender} an {recipients}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Retry Now</source>
      <translation>Jetzt erneut versuchen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Try {what} again now?</source>
      <translation>{what} jetzt erneut versuchen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>&amp;Retry Now</source>
      <translation>&amp;Jetzt erneut versuchen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>What is held stays held.</source>
      <translation>Was angehalten ist, bleibt angehalten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>due now</source>
      <translation>jetzt fällig</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Hold</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Hold {what}?</source>
      <translation>{what} anhalten?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Held messages stay in the queue until they are released; they are never given up.</source>
      <translation>Angehaltene Nachrichten bleiben in der Warteschlange, bis sie freigegeben werden; sie werden nie aufgegeben.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>held</source>
      <translation>angehalten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Release</source>
      <translation>Freigeben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Release {what}?</source>
      <translation>{what} freigeben?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>&amp;Release</source>
      <translation>&amp;Freigeben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>They are tried at once.</source>
      <translation>Sie werden sofort versucht.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>released</source>
      <translation>freigegeben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <location filename="../../../app/posthouse_console/widgets/destinations_panel.py" />
      <location filename="../../../app/posthouse_console/widgets/listeners_panel.py" />
      <location filename="../../../app/posthouse_console/widgets/smart_hosts_panel.py" />
      <location filename="../../../app/posthouse_console/widgets/texts_panel.py" />
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Remove {what} for good?</source>
      <translation>{what} endgültig entfernen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Nobody is told. This can't be undone.</source>
      <translation>Niemand wird benachrichtigt. Dies lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Remove and Return</source>
      <translation>Entfernen und zurückgeben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Remove {what} and return it to its sender?</source>
      <translation>{what} entfernen und an den Absender zurückgeben?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>&amp;Return</source>
      <translation>&amp;Zurückgeben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>The server sends the sender a notice that it could not be delivered. What has no sender goes to Bad Mail. This can't be undone.</source>
      <translation>Der Server teilt dem Absender mit, dass nicht zugestellt werden konnte. Was keinen Absender hat, kommt nach Bad Mail. Dies lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Send Again</source>
      <translation>Erneut senden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Send {what} again?</source>
      <translation>{what} erneut senden?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>&amp;Send Again</source>
      <translation>&amp;Erneut senden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>It goes back into the queue as if it had just come in.</source>
      <translation>In der Warteschlange gilt es dann als gerade erst eingegangen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>sent again</source>
      <translation>erneut gesendet</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>This is for messages under SMTP &gt; Queues and in Bad Mail.</source>
      <translation>Dies gilt für Nachrichten unter SMTP &gt; Warteschlangen und in Bad Mail.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>No message is selected.</source>
      <translation>Keine Nachricht ist ausgewählt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Only bad mail can be sent again; use Retry Now.</source>
      <translation>Nur Bad Mail lässt sich erneut senden; verwenden Sie „Jetzt erneut versuchen“.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Mail for mailboxes of this server goes through no smart host.</source>
      <translation>E-Mail für Postfächer dieses Servers geht über keinen Smarthost.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Nothing has changed: the server was faster.</source>
      <translation>Nichts hat sich geändert: Der Server war schneller.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>rerouted</source>
      <translation>über einen anderen Smarthost geleitet</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>{what}: {done}; the server is stopped, and acts when it runs again.</source>
      <translation>{what}: {done}; der Server ist gestoppt und handelt, sobald er wieder läuft.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>{address} and {number} more</source>
      <translation>{address} und {number} weitere</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Select a single message.</source>
      <translation>Wählen Sie eine einzelne Nachricht aus.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Bad mail does not wait: it can be sent again or removed.</source>
      <translation>Bad Mail wartet nicht: Sie lässt sich erneut senden oder entfernen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>Nothing that is selected is held.</source>
      <translation>Nichts Ausgewähltes ist angehalten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/queue_words.py" />
      <source>All that is selected is held.</source>
      <translation>Alles Ausgewählte ist angehalten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/range_edits.py" />
      <source>{range} has been changed or removed meanwhile.</source>
      <translation>{range} wurde inzwischen geändert oder entfernt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source> As the listeners are set, only this computer can reach them.</source>
      <translation> So wie die Listener eingestellt sind, kann nur dieser Computer sie erreichen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>from wherever {far} can be reached</source>
      <translation>von überall, wo {far} erreichbar ist</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>Whoever connects can pretend to be any client, a privileged one too: {entries} together cover all IPv{version} addresses, and are believed as load balancers.</source>
      <translation>Wer sich verbindet, kann sich als beliebiger Client ausgeben, auch als privilegierter: {entries} umfassen zusammen alle IPv{version}-Adressen, und ihnen wird als Load Balancern geglaubt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>Access Control lets only the {count} entries of its list connect at all.</source>
      <translation>Die Zugriffssteuerung lässt nur die {count} Einträge ihrer Liste zu.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>Nobody else. Everybody can send to the domains of this server.</source>
      <translation>Sonst niemand. An die Domänen dieses Servers kann jeder senden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>the one enabled mailbox</source>
      <translation>des einen aktivierten Postfachs</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>one of the {enabled} enabled mailboxes</source>
      <translation>eines der {enabled} aktivierten Postfächer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>Whoever logs in with the name and password of {who}, {reach}.</source>
      <translation>Wer sich mit Name und Kennwort {who} anmeldet, {reach}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>from this computer, and from wherever its load balancer lets clients through</source>
      <translation>von diesem Computer und von überall, woher sein Load Balancer Clients durchlässt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>from this computer only</source>
      <translation>nur von diesem Computer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>from anywhere</source>
      <translation>von überall</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>Whoever connects can pretend to be any client, a privileged one too: {entries} covers all IPv{version} addresses, and is believed as a load balancer.</source>
      <translation>Wer sich verbindet, kann sich als beliebiger Client ausgeben, auch als privilegierter: {entries} umfasst alle IPv{version}-Adressen, und dem wird als Load Balancer geglaubt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>The whole Internet can relay: {entries} covers all IPv{version} addresses, without a password.</source>
      <translation>Das ganze Internet darf weiterleiten: {entries} umfasst alle IPv{version}-Adressen, ohne Kennwort.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>The whole Internet can relay: {entries} together cover all IPv{version} addresses, without a password.</source>
      <translation>Das ganze Internet darf weiterleiten: {entries} umfassen zusammen alle IPv{version}-Adressen, ohne Kennwort.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>{addresses} can relay: {ranges}, without a password.</source>
      <translation>{addresses} dürfen weiterleiten: {ranges}, ohne Kennwort.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>Access Control lets nobody connect at all.</source>
      <translation>Die Zugriffssteuerung lässt überhaupt niemanden zu.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>Access Control lets only {range} connect at all.</source>
      <translation>Die Zugriffssteuerung lässt nur {range} zu.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>Nobody can relay: mail relay is enabled, but none of its options is ticked.</source>
      <translation>Niemand darf weiterleiten: Das Mail-Relay ist aktiviert, aber keine seiner Optionen ist angehakt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>Everybody can send to the domains of this server.</source>
      <translation>An die Domänen dieses Servers kann jeder senden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>So nobody can relay now.</source>
      <translation>Zurzeit darf also niemand weiterleiten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>Authenticated senders could relay, but there is no enabled mailbox to log in with.</source>
      <translation>Angemeldete Absender dürften weiterleiten, aber es gibt kein aktiviertes Postfach zum Anmelden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>Authenticated senders could relay, but no listener lets anybody log in.</source>
      <translation>Angemeldete Absender dürften weiterleiten, aber kein Listener lässt eine Anmeldung zu.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>Local sender addresses are ticked, but there is no enabled mailbox whose address somebody could use.</source>
      <translation>Lokale Absenderadressen sind angehakt, aber es gibt kein aktiviertes Postfach, dessen Adresse jemand verwenden könnte.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>Anybody who writes an address of this server as the sender, without a password. This opens your server to spammers.</source>
      <translation>Jeder, der eine Adresse dieses Servers als Absender angibt, ohne Kennwort. Das öffnet Ihren Server für Spammer.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>Nobody can relay, since Enable Mail Relay is off. Mail for the domains of this server is still accepted.</source>
      <translation>Niemand darf weiterleiten, da „Mail-Relay aktivieren“ aus ist. E-Mail für die Domänen dieses Servers wird weiterhin angenommen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>Privileged IP ranges are ticked, but the list is empty: it admits nobody.</source>
      <translation>Privilegierte IP-Bereiche sind angehakt, aber die Liste ist leer: Sie lässt niemanden zu.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>Privileged IP ranges are ticked, but every entry of the list has expired.</source>
      <translation>Privilegierte IP-Bereiche sind angehakt, aber jeder Eintrag der Liste ist abgelaufen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <source>Clients at {ranges}, without a password.</source>
      <translation>Clients in {ranges}, ohne Kennwort.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/relay_words.py" />
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <location filename="../../../server/posthouse_server/diagnose/catalogue.py" />
      <location filename="../../../server/posthouse_server/diagnose/outside.py" />
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source> or </source>
      <translation> oder </translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>Microsoft 365 does not take a password here (off by default from the end of December 2026). Use OAuth 2.0, or a connector.</source>
      <translation>Microsoft 365 nimmt hier kein Kennwort an (ab Ende Dezember 2026 standardmäßig aus). Verwenden Sie OAuth 2.0 oder einen Connector.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>The sender's address must be one of the account that logs in. Send from that address, or give the account the right to send as this one.</source>
      <translation>Die Absenderadresse muss zu dem Konto gehören, das sich anmeldet. Senden Sie von dieser Adresse, oder geben Sie dem Konto das Recht, als diese zu senden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>Microsoft gave no token: check tenant, client ID and client secret (its value, not its ID; it may have expired).</source>
      <translation>Microsoft hat kein Token ausgestellt: Prüfen Sie Mandant, Client-ID und geheimen Clientschlüssel (seinen Wert, nicht seine ID; er kann abgelaufen sein).</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>Type the password again: none is kept for this name and host.</source>
      <translation>Geben Sie das Kennwort erneut ein: Für diesen Namen und Host ist keines hinterlegt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>Microsoft 365 does not know this network: the connector must name the public IP address that you send from.</source>
      <translation>Microsoft 365 kennt dieses Netzwerk nicht: Der Connector muss die öffentliche IP-Adresse nennen, von der aus Sie senden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>Check user name and password. With two-step verification most providers want an app password.</source>
      <translation>Prüfen Sie Benutzername und Kennwort. Bei Anmeldung in zwei Schritten verlangen die meisten Anbieter ein App-Kennwort.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>The server wants a login: give a user name and password.</source>
      <translation>Der Server verlangt eine Anmeldung: Geben Sie Benutzername und Kennwort an.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>This server lets logins use their own addresses only: send from the mailbox's address, or switch that off under SMTP Properties, Security.</source>
      <translation>Dieser Server lässt für Anmeldungen nur eigene Adressen zu: Senden Sie von der Adresse des Postfachs, oder schalten Sie das unter SMTP-Eigenschaften, Sicherheit, aus.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>Log in with the mailbox's password, or allow this device by its address.</source>
      <translation>Melden Sie sich mit dem Kennwort des Postfachs an, oder erlauben Sie dieses Gerät anhand seiner Adresse.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>That server does not relay for you: log in there, or let its administrator allow your address.</source>
      <translation>Jener Server leitet für Sie nicht weiter: Melden Sie sich dort an, oder lassen Sie Ihre Adresse von seinem Administrator zulassen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>Check the name of the server: a certificate must be made out to it. Do not switch the check off on the open Internet.</source>
      <translation>Prüfen Sie den Namen des Servers: Das Zertifikat muss auf ihn ausgestellt sein. Schalten Sie die Prüfung im offenen Internet nicht aus.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>The server speaks no TLS from the first byte on this port. Use STARTTLS (usual on 587), or another port (465).</source>
      <translation>Der Server spricht auf diesem Port kein TLS ab dem ersten Byte. Verwenden Sie STARTTLS (üblich auf 587) oder einen anderen Port (465).</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>The server offers no STARTTLS here. Try port 465 with TLS from the first byte, or ask your provider.</source>
      <translation>Der Server bietet hier kein STARTTLS an. Versuchen Sie Port 465 mit TLS ab dem ersten Byte, oder fragen Sie Ihren Anbieter.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>A firewall on the way may drop it: most Internet providers block port 25 outwards. Use port 587 of a smart host.</source>
      <translation>Eine Firewall auf dem Weg verwirft die Verbindung möglicherweise: Die meisten Internetanbieter blockieren Port 25 nach außen. Verwenden Sie Port 587 eines Smarthosts.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>Nobody listens there: check the server's name and the port (587 with STARTTLS, 465 with TLS from the first byte).</source>
      <translation>Dort lauscht niemand: Prüfen Sie den Namen des Servers und den Port (587 mit STARTTLS, 465 mit TLS ab dem ersten Byte).</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>Check how the name is written, and whether this computer can look up names.</source>
      <translation>Prüfen Sie, wie der Name geschrieben ist und ob dieser Computer Namen auflösen kann.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>Your network's address is on a blacklist. Send through a smart host, or have the address taken off the list.</source>
      <translation>Die Adresse Ihres Netzwerks steht auf einer Blacklist. Senden Sie über einen Smarthost, oder lassen Sie die Adresse austragen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>Your network's address needs a name (PTR) that leads back to it; your Internet provider sets that up.</source>
      <translation>Die Adresse Ihres Netzwerks braucht einen Namen (PTR), der auf sie zurückführt; Ihr Internetanbieter richtet das ein.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>Your domain's SPF record must allow the server that sends; send through the one that it allows.</source>
      <translation>Der SPF-Eintrag Ihrer Domäne muss den sendenden Server erlauben; senden Sie über den, den er erlaubt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>Check the recipient's address.</source>
      <translation>Prüfen Sie die Adresse des Empfängers.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>The other server asks to be patient; Posthouse tries again by itself.</source>
      <translation>Der andere Server bittet um Geduld; Posthouse versucht es von selbst erneut.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <source>This computer has no way to the Internet at the moment.</source>
      <translation>Dieser Computer hat zurzeit keinen Weg ins Internet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <location filename="../../../server/posthouse_server/control.py" />
      <source>No access token from {token_url}: {error}</source>
      <translation>Kein Zugriffstoken von {token_url}: {error}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <location filename="../../../app/posthouse_console/service/smart_host_test.py" />
      <source>No password is kept for {username} at {host}, and none was typed.</source>
      <translation>Für {username} bei {host} ist kein Kennwort hinterlegt, und es wurde keines eingegeben.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <location filename="../../../app/posthouse_console/service/submission.py" />
      <source>The server refuses the login: {code} {reply}</source>
      <translation>Der Server lehnt die Anmeldung ab: {code} {reply}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <location filename="../../../app/posthouse_console/service/submission.py" />
      <source>The server has not answered within {seconds:.0f} s.</source>
      <translation>Der Server hat nicht innerhalb von {seconds:.0f} s geantwortet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <location filename="../../../app/posthouse_console/service/submission.py" />
      <source>Nobody listens on that port; start the server first.</source>
      <translation>Auf diesem Port lauscht niemand; starten Sie zuerst den Server.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>The mail server of {domain} can't be looked up in the DNS: {reason}.</source>
      <translation>Der Mailserver von {domain} lässt sich im DNS nicht nachschlagen: {reason}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>{place} refuses the login: {code} {reply}</source>
      <translation>{place}: Die Anmeldung wird abgelehnt: {code} {reply}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>No answer from {place}: timed out after {seconds:.0f} s.</source>
      <translation>Keine Antwort innerhalb von {seconds:.0f} s: {place}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>{place} refused the connection.</source>
      <translation>{place}: Die Verbindung wurde abgelehnt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/reply_advice.py" />
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>The name of {place} can't be resolved.</source>
      <translation>{place}: Der Name lässt sich nicht auflösen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_model.py" />
      <source>The server could not be started.</source>
      <translation>Der Server konnte nicht gestartet werden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_model.py" />
      <source>The server could not be stopped.</source>
      <translation>Der Server konnte nicht gestoppt werden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_model.py" />
      <source>The server could not be ended.</source>
      <translation>Der Server konnte nicht beendet werden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_model.py" />
      <source>The server has restarted: {state}.</source>
      <translation>Der Server wurde neu gestartet: {state}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_model.py" />
      <source>The server has started: {state}.</source>
      <translation>Der Server wurde gestartet: {state}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_model.py" />
      <source>The server was ended by force. No message that it had accepted is lost.</source>
      <translation>Der Server wurde zwangsweise beendet. Keine von ihm angenommene Nachricht ist verloren.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_model.py" />
      <source>The server has ended: {detail}</source>
      <translation>Der Server hat sich beendet: {detail}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_model.py" />
      <source>The server has stopped.</source>
      <translation>Der Server wurde gestoppt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_words.py" />
      <source>Since the server's start.</source>
      <translation>Seit dem Start des Servers.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_words.py" />
      <source>Stopped</source>
      <translation>Gestoppt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_words.py" />
      <source>Starting…</source>
      <translation>Startet…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_words.py" />
      <source>Running</source>
      <translation>Läuft</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_words.py" />
      <source>Failed</source>
      <translation>Fehlgeschlagen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_words.py" />
      <source>Running on {where}, revision {revision} applied{trouble}</source>
      <translation>Läuft auf {where}, Revision {revision} angewendet{trouble}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_words.py" />
      <source>Stopped; it has not run yet</source>
      <translation>Gestoppt; lief noch nie</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_words.py" />
      <source>The server has not reported for {silent}; it may hang, or the computer was asleep.</source>
      <translation>Der Server hat sich seit {silent} nicht gemeldet; vielleicht hängt er, oder der Computer war im Ruhezustand.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_words.py" />
      <source>Running, but listening nowhere{trouble}</source>
      <translation>Läuft, lauscht aber nirgends{trouble}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_words.py" />
      <source>Failed: {detail}</source>
      <translation>Fehlgeschlagen: {detail}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_words.py" />
      <source>Failed; its log says why</source>
      <translation>Fehlgeschlagen; die Protokolldatei nennt den Grund</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_words.py" />
      <source>The server has failed; its log says why.</source>
      <translation>Der Server ist fehlgeschlagen; seine Protokolldatei nennt den Grund.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/server_words.py" />
      <location filename="../../../app/posthouse_console/widgets/privileged_dialog.py" />
      <location filename="../../../server/posthouse_server/diagnose/finding.py" />
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source> and </source>
      <translation> und </translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/services_model.py" />
      <source>This computer could not be asked: {error}</source>
      <translation>Dieser Computer konnte nicht abgefragt werden: {error}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>The trace keeps decisions, not connections: these are the decisions about this client that
follow each other within 30 seconds. C: is what the client asked for, S: what this server
answered, *: what was decided, -&gt;: an attempt to deliver, R: what was answered to that.</source>
      <translation>Das Protokoll enthält Entscheidungen, nicht Verbindungen: Dies sind die Entscheidungen über diesen
Client, die innerhalb von 30 Sekunden aufeinander folgen. C: ist, was der Client verlangt hat, S: was
dieser Server geantwortet hat, *: was entschieden wurde, -&gt;: ein Zustellversuch, R: die Antwort darauf.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>Accepted for a mailbox of this server</source>
      <translation>Für ein Postfach dieses Servers angenommen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>Not taken yet; tried again later</source>
      <translation>Noch nicht angenommen; später erneut versucht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>Session of {client}, {who}, {secure}, {first:%Y-%m-%d %H:%M:%S} to {last:%H:%M:%S}</source>
      <translation>Sitzung von {client}, {who}, {secure}, {first:%Y-%m-%d %H:%M:%S} bis {last:%H:%M:%S}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>Its content followed: message {message_id}, for {number} recipients</source>
      <translation>Der Inhalt folgte: Nachricht {message_id}, für {number} Empfänger</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>, {number} times until {last_at}</source>
      <translation>, {number}-mal bis {last_at}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>(message {message_id})</source>
      <translation>(Nachricht {message_id})</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>Nothing is recorded.</source>
      <translation>Nichts ist aufgezeichnet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>with TLS</source>
      <translation>mit TLS</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>without TLS</source>
      <translation>ohne TLS</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>logged in as {login}</source>
      <translation>angemeldet als {login}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>without a login</source>
      <translation>ohne Anmeldung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>Its content followed: message {message_id}, for 1 recipient</source>
      <translation>Der Inhalt folgte: Nachricht {message_id}, für 1 Empfänger</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>, {number} times</source>
      <translation>, {number}-mal</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source>  &lt;-- this line</source>
      <translation>  &lt;-- diese Zeile</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source> into the mailbox {folder}</source>
      <translation> in das Postfach {folder}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/session_words.py" />
      <source> through {host}</source>
      <translation> über {host}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/set_up_words.py" />
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>{host}, port {port}</source>
      <translation>{host}, Port {port}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/set_up_words.py" />
      <source>on all addresses of this computer</source>
      <translation>auf allen Adressen dieses Computers</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/set_up_words.py" />
      <source>on {address}</source>
      <translation>auf {address}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/set_up_words.py" />
      <source>The server listens {where}, port {port}: your network can reach it.</source>
      <translation>Der Server lauscht {where}, Port {port}: Ihr Netzwerk kann ihn erreichen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/set_up_words.py" />
      <source>The domain {login} is added for the logins. Mail for {domain} goes out like all other mail.</source>
      <translation>Die Domäne {login} wird für die Anmeldungen hinzugefügt. E-Mail für {domain} geht hinaus wie alle andere E-Mail.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/set_up_words.py" />
      <source>The mailbox {login} is there already, and keeps its password.</source>
      <translation>Das Postfach {login} ist schon vorhanden und behält sein Kennwort.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/set_up_words.py" />
      <location filename="../../../server/posthouse_server/policy/narrowing.py" />
      <source> and {number:,} more</source>
      <translation> und {number:,} weitere</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/set_up_words.py" />
      <source>These may send without a password: {names}{more}.</source>
      <translation>Diese dürfen ohne Kennwort senden: {names}{more}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/set_up_words.py" />
      <source>The server goes on listening where it does now.</source>
      <translation>Der Server lauscht weiterhin dort, wo er es jetzt tut.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/set_up_words.py" />
      <source>The server listens on port {port}, for programs on this computer only.</source>
      <translation>Der Server lauscht auf Port {port}, nur für Programme auf diesem Computer.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/set_up_words.py" />
      <source>The domain {login} is there already, and stays as it is.</source>
      <translation>Die Domäne {login} ist schon vorhanden und bleibt, wie sie ist.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/set_up_words.py" />
      <source>The domain {domain} is added: mail for it is accepted and kept here.</source>
      <translation>Die Domäne {domain} wird hinzugefügt: E-Mail für sie wird angenommen und hier aufbewahrt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/set_up_words.py" />
      <source>The mailbox {login} is added, with the password that you have chosen.</source>
      <translation>Das Postfach {login} wird hinzugefügt, mit dem von Ihnen gewählten Kennwort.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/set_up_words.py" />
      <source>Mail leaves {way}.</source>
      <translation>E-Mail geht {way} hinaus.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/set_up_words.py" />
      <source>No device may send without a password.</source>
      <translation>Kein Gerät darf ohne Kennwort senden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/set_up_words.py" />
      <source>The client secret of {username} goes to the system's keyring, never into the settings.</source>
      <translation>Der geheime Clientschlüssel von {username} kommt in den Schlüsselbund des Systems, nie in die Einstellungen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/set_up_words.py" />
      <source>The password of {username} goes to the system's keyring, never into the settings.</source>
      <translation>Das Kennwort von {username} kommt in den Schlüsselbund des Systems, nie in die Einstellungen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/silence.py" />
      <source>The folder {root} can't be written: {reason}; look at its disk ({free} free).</source>
      <translation>Der Ordner {root} ist nicht beschreibbar: {reason}; prüfen Sie seinen Datenträger ({free} frei).</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/silence.py" />
      <source>The folder {root} can be written ({free} free) and its spool.db is not locked: unless another program holds traffic.db, the server hangs; restart it if it stays so.</source>
      <translation>Der Ordner {root} ist beschreibbar ({free} frei), und spool.db darin ist nicht gesperrt: Wenn nicht ein anderes Programm traffic.db festhält, hängt der Server; starten Sie ihn neu, wenn es so bleibt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/silence.py" />
      <source>The server (process {pid}) is there, but no longer reports. {cause}</source>
      <translation>Der Server (Prozess {pid}) ist da, meldet sich aber nicht mehr. {cause}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/silence.py" />
      <source>The disk of {root} is full ({free} free): make room on it, and the server goes on by itself.</source>
      <translation>Der Datenträger von {root} ist voll ({free} frei): Schaffen Sie dort Platz; der Server macht dann von selbst weiter.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/silence.py" />
      <source>The disk of {root} is read-only, which is how many systems protect a damaged one: look at its health, then mount it for writing again.</source>
      <translation>Der Datenträger von {root} ist schreibgeschützt; so schützen viele Systeme einen beschädigten: Prüfen Sie seinen Zustand, und binden Sie ihn dann wieder beschreibbar ein.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/silence.py" />
      <source>The folder {root} can't be written: give the user of the server the right to write there.</source>
      <translation>Der Ordner {root} ist nicht beschreibbar: Geben Sie dem Benutzer des Servers dort das Recht zum Schreiben.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/silence.py" />
      <source>The folder {root} is gone: bring it or its disk back, then restart the server.</source>
      <translation>Der Ordner {root} ist verschwunden: Stellen Sie ihn oder seinen Datenträger wieder bereit, und starten Sie dann den Server neu.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/silence.py" />
      <source>{spool_db} is locked: end the program that holds it (a backup or a scanner?), or restart the server.</source>
      <translation>{spool_db} ist gesperrt: Beenden Sie das Programm, das die Datei festhält (eine Sicherung oder ein Virenscanner?), oder starten Sie den Server neu.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/silence.py" />
      <source>an unknown number of bytes</source>
      <translation>eine unbekannte Anzahl von Bytes</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/smart_host_test.py" />
      <location filename="../../../app/posthouse_console/service/submission.py" />
      <source>(not shown)</source>
      <translation>(nicht gezeigt)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/store_watcher.py" />
      <source>The store can't be watched: {error}.</source>
      <translation>Der Speicher lässt sich nicht überwachen: {error}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/submission.py" />
      <source>Posthouse test message</source>
      <translation>Posthouse-Testnachricht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/submission.py" />
      <source>The message could not be sent: {error}</source>
      <translation>Die Nachricht konnte nicht gesendet werden: {error}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/submission.py" />
      <source>The server has accepted the message: {reply}</source>
      <translation>Der Server hat die Nachricht angenommen: {reply}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/submission.py" />
      <source>logging in (after STARTTLS it may)</source>
      <translation>Anmelden (nach STARTTLS vielleicht)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/submission.py" />
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>(connecting to {host}, port {port})</source>
      <translation>(Verbindung zu {host}, Port {port}, wird hergestellt)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/submission.py" />
      <source>This is a test message, sent from the Posthouse console.
That you can read it shows that mail gets through.
</source>
      <translation>Dies ist eine Testnachricht, gesendet von der Posthouse-Konsole.
Dass Sie sie lesen können, zeigt, dass E-Mail ankommt.
</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/submission.py" />
      <source>The server refuses the recipient: {code} {reply}</source>
      <translation>Der Server lehnt den Empfänger ab: {code} {reply}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/submission.py" />
      <source>The server refuses the sender: {code} {reply}</source>
      <translation>Der Server lehnt den Absender ab: {code} {reply}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/submission.py" />
      <source>The server does not offer that here: {error}</source>
      <translation>Der Server bietet dies hier nicht an: {error}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/submission.py" />
      <source>The server refuses: {code} {reply}</source>
      <translation>Der Server lehnt ab: {code} {reply}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/submission.py" />
      <source>The server has closed the connection: {error}.</source>
      <translation>Der Server hat die Verbindung geschlossen: {error}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/submission.py" />
      <source>(the message, {number} bytes, and a line with a dot)</source>
      <translation>(die Nachricht, {number} Bytes, und eine Zeile mit einem Punkt)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/submission.py" />
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>(the connection is encrypted from here on)</source>
      <translation>(ab hier ist die Verbindung verschlüsselt)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>{host} answers on port {port}, {encrypted}, and {login}. Nothing was sent.</source>
      <translation>{host} antwortet auf Port {port}, {encrypted}, und {login}. Es wurde nichts gesendet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>{host} answers on port {port}: it is not blocked. Whether others trust this network's address shows with the test message.</source>
      <translation>{host} antwortet auf Port {port}: Er ist nicht blockiert. Ob andere der Adresse dieses Netzwerks vertrauen, zeigt die Testnachricht.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>{place} can't be reached: {error}.</source>
      <translation>{place}: nicht erreichbar: {error}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>{host} answers, logs {username} in, and takes mail from {sender}. Nothing was sent.</source>
      <translation>{host} antwortet, meldet {username} an und nimmt E-Mail von {sender} an. Es wurde nichts gesendet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>{host} answers, and takes mail from {sender}. Nothing was sent.</source>
      <translation>{host} antwortet und nimmt E-Mail von {sender} an. Es wurde nichts gesendet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>encrypted</source>
      <translation>verschlüsselt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>not encrypted</source>
      <translation>nicht verschlüsselt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <location filename="../../../server/posthouse_server/diagnose/outside.py" />
      <source>accepts the login of {username}</source>
      <translation>nimmt die Anmeldung von {username} an</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>wants no login before mail</source>
      <translation>verlangt vor der E-Mail keine Anmeldung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>{host} offers no login on port {port}.</source>
      <translation>{host} bietet auf Port {port} keine Anmeldung an.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>(the mail server of {domain} is {host})</source>
      <translation>(der Mailserver von {domain} ist {host})</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>{domain} says that it takes no mail at all.</source>
      <translation>{domain} gibt an, überhaupt keine E-Mail anzunehmen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>(asking {token_url} for an access token)</source>
      <translation>(von {token_url} wird ein Zugriffstoken angefordert)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>{place} refuses the sender {sender}: {code} {reply}</source>
      <translation>{place}: Der Absender {sender} wird abgelehnt: {code} {reply}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>{place} refuses: {code} {reply}</source>
      <translation>{place}: Abgelehnt: {code} {reply}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>{place} has closed the connection: {error}.</source>
      <translation>{place}: Die Gegenseite hat die Verbindung geschlossen: {error}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>The certificate of {place} is not to be trusted: {reason}.</source>
      <translation>{place}: Dem Zertifikat ist nicht zu trauen: {reason}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>No encrypted connection to {place} could be made: {reason}.</source>
      <translation>{place}: Es kam keine verschlüsselte Verbindung zustande: {reason}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>the mail server of {domain}, port {port}</source>
      <translation>Mailserver von {domain}, Port {port}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>{host} offers no encryption (STARTTLS) on port {port}.</source>
      <translation>{host} bietet auf Port {port} keine Verschlüsselung (STARTTLS) an.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>{host} offers no encryption (STARTTLS) on port {port}, and a login that crosses the network needs it.</source>
      <translation>{host} bietet auf Port {port} keine Verschlüsselung (STARTTLS) an, und eine Anmeldung über das Netzwerk braucht sie.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/way_test.py" />
      <source>(TLS failed: {failed}; opportunistic TLS goes on without)</source>
      <translation>(TLS ist fehlgeschlagen: {failed}; opportunistisches TLS fährt ohne fort)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>&amp;Microsoft 365, logging in (OAuth 2.0)</source>
      <translation>&amp;Microsoft 365, mit Anmeldung (OAuth 2.0)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>through Microsoft 365, logging in with OAuth 2.0</source>
      <translation>über Microsoft 365, mit Anmeldung durch OAuth 2.0</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>Microsoft 365, by &amp;connector (no login)</source>
      <translation>Microsoft 365, über &amp;Connector (ohne Anmeldung)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>through Microsoft 365 by an SMTP relay connector, without a login</source>
      <translation>über Microsoft 365 mit einem SMTP-Relay-Connector, ohne Anmeldung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>&amp;Google Workspace relay</source>
      <translation>&amp;Google-Workspace-Relay</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>through the relay of Google Workspace</source>
      <translation>über das Relay von Google Workspace</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>My &amp;provider's smart host</source>
      <translation>Smarthost meines &amp;Anbieters</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>through the smart host {host}</source>
      <translation>über den Smarthost {host}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>&amp;Directly to the recipients' servers</source>
      <translation>&amp;Direkt an die Server der Empfänger</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>directly to the mail servers of its recipients</source>
      <translation>direkt an die Mailserver ihrer Empfänger</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>Microsoft 365 has password logins for SMTP switched off by default from the end of December 2026 on. Choose OAuth 2.0 or the connector above.</source>
      <translation>Microsoft 365 hat Kennwortanmeldungen für SMTP ab Ende Dezember 2026 standardmäßig ausgeschaltet. Wählen Sie oben OAuth 2.0 oder den Connector.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>A password alone is no way in any more: Microsoft 365 has password logins for SMTP switched off by default from the end of December 2026 on. OAuth 2.0 stays.</source>
      <translation>Ein Kennwort allein reicht nicht mehr: Microsoft 365 hat Kennwortanmeldungen für SMTP ab Ende Dezember 2026 standardmäßig ausgeschaltet. OAuth 2.0 bleibt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>Register an application in Microsoft Entra, give it the permission SMTP.SendAsApp, and let it use the mailbox that sends (Exchange Online PowerShell: New-ServicePrincipal, Add-MailboxPermission).</source>
      <translation>Registrieren Sie eine Anwendung in Microsoft Entra, geben Sie ihr die Berechtigung SMTP.SendAsApp, und lassen Sie sie das sendende Postfach verwenden (Exchange Online PowerShell: New-ServicePrincipal, Add-MailboxPermission).</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>Needs a fixed public IP address, and a connector in the Exchange admin center (Mail flow &gt; Connectors, from: your organization's mail server) that names this address.</source>
      <translation>Braucht eine feste öffentliche IP-Adresse und einen Connector im Exchange Admin Center (Nachrichtenfluss &gt; Connectors, von: E-Mail-Server Ihrer Organisation), der diese Adresse nennt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>Nothing changes for it at the end of December 2026, since it uses no password. It goes out by port 25, which your Internet provider must let through.</source>
      <translation>Ende Dezember 2026 ändert sich hier nichts, da kein Kennwort verwendet wird. Es geht über Port 25 hinaus, den Ihr Internetanbieter durchlassen muss.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>Switch the relay on first: Google Admin console &gt; Apps &gt; Google Workspace &gt; Gmail &gt; Routing &gt; SMTP relay service. Allow this network's public IP address there, or ask for a login.</source>
      <translation>Schalten Sie das Relay zuerst ein: Google Admin-Konsole &gt; Apps &gt; Google Workspace &gt; Gmail &gt; Routing &gt; SMTP-Relay-Dienst. Lassen Sie dort die öffentliche IP-Adresse dieses Netzwerks zu, oder verlangen Sie eine Anmeldung.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>With a login, the password is an app password of that account, not its usual one.</source>
      <translation>Mit Anmeldung ist das Kennwort ein App-Passwort dieses Kontos, nicht das übliche.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>The outgoing mail server of your Internet or mail provider, with the name and password of your account there.</source>
      <translation>Der Postausgangsserver Ihres Internet- oder Mailanbieters, mit Name und Kennwort Ihres Kontos dort.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>Most Internet providers block port 25 outwards, above all on lines for homes; then nothing leaves this way. Test it here.</source>
      <translation>Die meisten Internetanbieter blockieren Port 25 nach außen, vor allem bei Privatanschlüssen; dann geht auf diesem Weg nichts hinaus. Testen Sie es hier.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/service/ways_out.py" />
      <source>Others take your mail only if this network has a fixed address whose name (PTR) is right, and if your domain's SPF record allows it. If you are not sure, choose a smart host.</source>
      <translation>Andere nehmen Ihre E-Mail nur an, wenn dieses Netzwerk eine feste Adresse mit richtigem Namen (PTR) hat und der SPF-Eintrag Ihrer Domäne sie erlaubt. Wenn Sie unsicher sind, wählen Sie einen Smarthost.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/tray.py" />
      <source>This desktop has no notification area.</source>
      <translation>Dieser Desktop hat keinen Infobereich.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/tray.py" />
      <source>&amp;Open Console</source>
      <translation>&amp;Konsole öffnen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/tray.py" />
      <source>&amp;Start Server</source>
      <translation>Server &amp;starten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/tray.py" />
      <source>S&amp;top Server</source>
      <translation>Server &amp;beenden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/tray.py" />
      <source>E&amp;xit Console</source>
      <translation>Konsole b&amp;eenden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/tray.py" />
      <source>Posthouse: {sentence}</source>
      <translation>Posthouse: {sentence}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/tray.py" />
      <source>The console stays here and tells of alarms. Exit Console in its menu ends it.</source>
      <translation>Die Konsole bleibt hier und meldet Alarme. „Konsole beenden“ in ihrem Menü beendet sie.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/tray.py" />
      <source>Posthouse: alarm</source>
      <translation>Posthouse: Alarm</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/unexpected.py" />
      <source>The server is not affected, and the console goes on. Details are in {log}.</source>
      <translation>Der Server ist nicht betroffen, und die Konsole läuft weiter. Einzelheiten stehen in {log}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/unexpected.py" />
      <source>Something unexpected has happened in the console.</source>
      <translation>In der Konsole ist etwas Unerwartetes geschehen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/view_menu.py" />
      <source>Shows the server's state beside the clock, and tells of alarms; closing the window then leaves the console there.</source>
      <translation>Zeigt den Zustand des Servers neben der Uhr und meldet Alarme; beim Schließen des Fensters bleibt die Konsole dann dort.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/view_menu.py" />
      <source>&amp;Follow the System</source>
      <translation>Wie das &amp;System</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/view_menu.py" />
      <source>Shows the console light or dark, as the system is.</source>
      <translation>Zeigt die Konsole hell oder dunkel, wie das System eingestellt ist.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/view_menu.py" />
      <source>&amp;Light</source>
      <translation>&amp;Hell</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/view_menu.py" />
      <source>Shows the console light, however the system is.</source>
      <translation>Zeigt die Konsole hell, wie auch immer das System eingestellt ist.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/view_menu.py" />
      <source>&amp;Dark</source>
      <translation>D&amp;unkel</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/view_menu.py" />
      <source>Shows the console dark, however the system is.</source>
      <translation>Zeigt die Konsole dunkel, wie auch immer das System eingestellt ist.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/view_menu.py" />
      <source>T&amp;heme</source>
      <translation>&amp;Design</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/view_menu.py" />
      <source>L&amp;anguage</source>
      <translation>Spr&amp;ache</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/view_menu.py" />
      <source>Show Tray &amp;Icon</source>
      <translation>Symbol im &amp;Infobereich anzeigen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/view_menu.py" />
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/view_menu.py" />
      <source>The console speaks this language when it is opened the next time.</source>
      <translation>Die Konsole verwendet diese Sprache, wenn sie das nächste Mal geöffnet wird.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/view_menu.py" />
      <source>From the next start of the console on.</source>
      <translation>Ab dem nächsten Start der Konsole.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/access_dialog.py" />
      <source>Everybody may connect.</source>
      <translation>Jeder darf sich verbinden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/access_dialog.py" />
      <source>Everybody may connect, except clients in 1 range.</source>
      <translation>Jeder darf sich verbinden, außer Clients in 1 Bereich.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/access_dialog.py" />
      <source>Everybody may connect, except clients in {number} ranges.</source>
      <translation>Jeder darf sich verbinden, außer Clients in {number} Bereichen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/access_dialog.py" />
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Access Control</source>
      <translation>Zugriffssteuerung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/access_dialog.py" />
      <source>Nobody may connect.</source>
      <translation>Niemand darf sich verbinden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/access_dialog.py" />
      <source>Only clients in 1 range may connect.</source>
      <translation>Nur Clients in 1 Bereich dürfen sich verbinden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/access_dialog.py" />
      <source>Only clients in {number} ranges may connect.</source>
      <translation>Nur Clients in {number} Bereichen dürfen sich verbinden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/authentication_dialog.py" />
      <source>Login name</source>
      <translation>Anmeldename</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/authentication_dialog.py" />
      <source>mailbox@postoffice, or any address of the mailbox</source>
      <translation>postfach@postoffice oder jede Adresse des Postfachs</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/authentication_dialog.py" />
      <source>Methods</source>
      <translation>Verfahren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/authentication_dialog.py" />
      <source>AUTH PLAIN and AUTH LOGIN</source>
      <translation>AUTH PLAIN und AUTH LOGIN</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/authentication_dialog.py" />
      <source>Passwords</source>
      <translation>Kennwörter</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/authentication_dialog.py" />
      <source>the mailbox's own; only their argon2id hashes are stored</source>
      <translation>die der Postfächer; gespeichert werden nur ihre argon2id-Hashes</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/authentication_dialog.py" />
      <source>Where users can log in</source>
      <translation>Wo sich Benutzer anmelden können</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/authentication_dialog.py" />
      <source>&amp;Where users can log in:</source>
      <translation>&amp;Wo sich Benutzer anmelden können:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/authentication_dialog.py" />
      <source>Connections from this computer count as secure. Change the listeners in the tab Inbound.</source>
      <translation>Verbindungen von diesem Computer gelten als sicher. Die Listener ändern Sie auf der Registerkarte Eingehend.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/balancers_dialog.py" />
      <source>None is believed.</source>
      <translation>Keine gilt als vertrauenswürdig.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/balancers_dialog.py" />
      <source>1 address is believed.</source>
      <translation>1 Adresse gilt als vertrauenswürdig.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/balancers_dialog.py" />
      <source>{number} addresses are believed.</source>
      <translation>{number} Adressen gelten als vertrauenswürdig.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/balancers_dialog.py" />
      <source>That is everybody: whoever connects can pretend to be any client, a privileged one too.</source>
      <translation>Das sind alle: Wer sich verbindet, kann sich als jeder beliebige Client ausgeben, auch als privilegierter.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/balancers_dialog.py" />
      <source>1 of them is public: nobody but your balancers may use it.</source>
      <translation>1 davon ist öffentlich: Niemand außer Ihren Load Balancern darf sie benutzen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/balancers_dialog.py" />
      <source>{number} of them are public: nobody but your balancers may use them.</source>
      <translation>{number} davon sind öffentlich: Niemand außer Ihren Load Balancern darf sie benutzen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/changes_table.py" />
      <source>What is different</source>
      <translation>Was anders ist</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/check_row.py" />
      <source>Not checked: it was cancelled.</source>
      <translation>Nicht geprüft: Der Vorgang wurde abgebrochen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/check_row.py" />
      <source>C&amp;heck</source>
      <translation>&amp;Prüfen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/copy_line.py" />
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/copy_line.py" />
      <source>Copy {name}</source>
      <translation>{name} kopieren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/declaration.py" />
      <source>{help}
Default: {default}.</source>
      <translation>{help}
Vorgabe: {default}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/destinations_panel.py" />
      <location filename="../../../app/posthouse_console/widgets/listeners_panel.py" />
      <location filename="../../../app/posthouse_console/widgets/smart_hosts_panel.py" />
      <location filename="../../../app/posthouse_console/widgets/texts_panel.py" />
      <source>Add...</source>
      <translation>Hinzufügen...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/destinations_panel.py" />
      <location filename="../../../app/posthouse_console/widgets/listeners_panel.py" />
      <location filename="../../../app/posthouse_console/widgets/smart_hosts_panel.py" />
      <location filename="../../../app/posthouse_console/widgets/texts_panel.py" />
      <source>Edit...</source>
      <translation>Bearbeiten...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/destinations_panel.py" />
      <source>{action} exception</source>
      <translation>Ausnahme: {action}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/destinations_panel.py" />
      <source>Add Exception</source>
      <translation>Ausnahme hinzufügen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/destinations_panel.py" />
      <source>Edit Exception</source>
      <translation>Ausnahme bearbeiten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/destinations_panel.py" />
      <location filename="../../../app/posthouse_console/widgets/smart_host_entry.py" />
      <source>Fill in: {label}.</source>
      <translation>Füllen Sie aus: {label}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/exposure_confirmation.py" />
      <source>Type {word} to &amp;save this all the same:</source>
      <translation>Geben Sie {word} ein, um trotzdem zu &amp;speichern:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/exposure_confirmation.py" />
      <source>Type {word} to save this all the same</source>
      <translation>Geben Sie {word} ein, um trotzdem zu speichern</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/exposure_confirmation.py" />
      <source>Open Relay</source>
      <translation>Offenes Relay</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/exposure_confirmation.py" />
      <source>Public Addresses</source>
      <translation>Öffentliche Adressen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/exposure_confirmation.py" />
      <source>Open the &amp;relay</source>
      <translation>&amp;Relay öffnen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/exposure_confirmation.py" />
      <location filename="../../../app/posthouse_console/widgets/public_confirmation.py" />
      <source>&amp;Yes, allow {number} to relay</source>
      <translation>&amp;Ja, Relay erlauben für {number}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/exposure_confirmation.py" />
      <source>Spammers find an open relay within hours, and other servers then refuse your mail.</source>
      <translation>Spammer finden ein offenes Relay binnen Stunden; danach lehnen andere Server Ihre Mail ab.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/exposure_confirmation.py" />
      <source>Whoever is there could send mail through this server without a password.</source>
      <translation>Wer dort ist, könnte über diesen Server ohne Kennwort Mail senden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/exposure_confirmation.py" />
      <source>And 1 more way.</source>
      <translation>Und 1 weiterer Zugang.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/exposure_confirmation.py" />
      <source>And {more} more ways.</source>
      <translation>Und {more} weitere Zugänge.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/exposure_label.py" />
      <source>As the listeners are set, only this computer can reach them.</source>
      <translation>So wie die Listener eingestellt sind, erreicht sie nur dieser Computer.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/exposure_label.py" />
      <source>Not known: something in the settings is wrong, or the directory can't be read.</source>
      <translation>Unbekannt: Etwas in den Einstellungen ist falsch, oder das Verzeichnis kann nicht gelesen werden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/exposure_label.py" />
      <source>Being worked out…</source>
      <translation>Wird ermittelt…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/fields_table.py" />
      <source>Fields of the device or program</source>
      <translation>Felder des Geräts oder Programms</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/fields_table.py" />
      <source>Field</source>
      <translation>Feld</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/fields_table.py" />
      <source>What to enter</source>
      <translation>Was einzutragen ist</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/file_choice.py" />
      <source>&amp;Browse…</source>
      <translation>D&amp;urchsuchen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/file_field.py" />
      <source>{path} is not a whole path; write it from the root of the disk.</source>
      <translation>{path} ist kein vollständiger Pfad; geben Sie ihn ab der Wurzel des Datenträgers an.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/file_field.py" />
      <source>{path} is a folder; name a file in it.</source>
      <translation>{path} ist ein Ordner; geben Sie eine Datei darin an.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/file_field.py" />
      <source>there is no file {path} on this computer.</source>
      <translation>auf diesem Computer gibt es keine Datei {path}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/file_field.py" />
      <source>Browse...</source>
      <translation>Durchsuchen...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/file_field.py" />
      <source>Browse for {label}</source>
      <translation>{label}: Durchsuchen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/filter_bar.py" />
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/filter_bar.py" />
      <source>Words that a row must contain</source>
      <translation>Wörter in der Zeile</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/filter_bar.py" />
      <source>Fi&amp;lter:</source>
      <translation>Fi&amp;lter:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/filter_bar.py" />
      <source>&amp;Go</source>
      <translation>L&amp;os</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/filter_bar.py" />
      <source>Apply the filter and go to the list</source>
      <translation>Den Filter anwenden und zur Liste gehen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/filter_bar.py" />
      <source>{shown} of {total} {what}</source>
      <translation>{shown} von {total} {what}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/help_browser.py" />
      <location filename="../../../app/posthouse_console/widgets/help_key.py" />
      <source>Help</source>
      <translation>Hilfe</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/help_key.py" />
      <source>Explains this window (F1).</source>
      <translation>Erklärt dieses Fenster (F1).</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/help_window.py" />
      <source>Posthouse Help</source>
      <translation>Posthouse-Hilfe</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/hours_input.py" />
      <source>Mon</source>
      <translation>Mo</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/hours_input.py" />
      <source>Tue</source>
      <translation>Di</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/hours_input.py" />
      <source>Wed</source>
      <translation>Mi</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/hours_input.py" />
      <source>Thu</source>
      <translation>Do</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/hours_input.py" />
      <source>Fri</source>
      <translation>Fr</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/hours_input.py" />
      <source>Sat</source>
      <translation>Sa</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/hours_input.py" />
      <source>Sun</source>
      <translation>So</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/hours_input.py" />
      <source>always, or such as mon-fri 08:00-18:00; sat 10:00-12:00</source>
      <translation>immer, oder etwa mon-fri 08:00-18:00; sat 10:00-12:00</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/hours_input.py" />
      <location filename="../../../app/posthouse_console/widgets/span_input.py" />
      <source>To</source>
      <translation>Bis</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/hours_input.py" />
      <source>Add hour&amp;s</source>
      <translation>&amp;Zeiten hinzufügen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/hours_input.py" />
      <source>Add hours</source>
      <translation>Zeiten hinzufügen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/journey_view.py" />
      <source>to come</source>
      <translation>steht bevor</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/journey_view.py" />
      <source>under way</source>
      <translation>läuft</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/journey_view.py" />
      <source>delayed</source>
      <translation>verzögert</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/journey_view.py" />
      <source>failed</source>
      <translation>fehlgeschlagen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/journey_view.py" />
      <source>What to do: {advice}</source>
      <translation>Was zu tun ist: {advice}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/listeners_entry.py" />
      <source>Another listener uses {address} port {port} already.</source>
      <translation>Ein anderer Listener benutzt bereits {address} Port {port}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/listeners_entry.py" />
      <source>Login is offered: {offer}.</source>
      <translation>Anmeldung wird angeboten: {offer}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/listeners_model.py" />
      <source>Login is offered</source>
      <translation>Anmeldung wird angeboten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/listeners_panel.py" />
      <source>{action} listener</source>
      <translation>Listener: {action}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/listeners_panel.py" />
      <source>Add Listener</source>
      <translation>Listener hinzufügen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/listeners_panel.py" />
      <source>Edit Listener</source>
      <translation>Listener bearbeiten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/moment_input.py" />
      <source>No&amp;w</source>
      <translation>&amp;Jetzt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/number_fields.py" />
      <source> bytes</source>
      <translation> Byte</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/opening_consent.py" />
      <source>Type {word} to open it</source>
      <translation>Geben Sie {word} ein, um es zu öffnen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/opening_consent.py" />
      <source>Who can relay now: {sentence}</source>
      <translation>Wer jetzt weiterleiten darf: {sentence}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/opening_consent.py" />
      <source>Afterwards: {sentence}</source>
      <translation>Danach: {sentence}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/own_addresses.py" />
      <source>All IPv4 addresses (0.0.0.0)</source>
      <translation>Alle IPv4-Adressen (0.0.0.0)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/own_addresses.py" />
      <source>All IPv6 addresses (::)</source>
      <translation>Alle IPv6-Adressen (::)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/own_addresses.py" />
      <source>This computer only (127.0.0.1)</source>
      <translation>Nur dieser Computer (127.0.0.1)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/own_addresses.py" />
      <source>This computer only, IPv6 (::1)</source>
      <translation>Nur dieser Computer, IPv6 (::1)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/password_field.py" />
      <source>&amp;Random…</source>
      <translation>Zu&amp;fällig…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/password_field.py" />
      <source>Make a random password</source>
      <translation>Ein zufälliges Kennwort erzeugen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/password_field.py" />
      <source>&amp;Show Password</source>
      <translation>Kennwort an&amp;zeigen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/preview_button.py" />
      <source>Shows what this would have changed for the mail of the last 30 days; it changes nothing.</source>
      <translation>Zeigt, was dies für die Mail der letzten 30 Tage geändert hätte; es ändert nichts.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/privileged_dialog.py" />
      <source>{number} entries admit {addresses}{public}{tail}.</source>
      <translation>{number} Einträge lassen {addresses} zu{public}{tail}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/privileged_dialog.py" />
      <source>The list is empty: it admits nobody.</source>
      <translation>Die Liste ist leer: Sie lässt niemanden zu.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/privileged_dialog.py" />
      <source>The list admits nobody{tail}.</source>
      <translation>Die Liste lässt niemanden zu{tail}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/privileged_dialog.py" />
      <source>The whole Internet can relay: {ranges}{tail}.</source>
      <translation>Das ganze Internet darf weiterleiten: {ranges}{tail}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/privileged_dialog.py" />
      <source>, {number} of them public</source>
      <translation>, davon {number} öffentlich</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/privileged_dialog.py" />
      <source>1 entry admits {addresses}{public}{tail}.</source>
      <translation>1 Eintrag lässt {addresses} zu{public}{tail}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/privileged_dialog.py" />
      <source>&amp;Suggest ranges...</source>
      <translation>Bereiche &amp;vorschlagen...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/privileged_dialog.py" />
      <source>Suggest ranges...</source>
      <translation>Bereiche vorschlagen...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/privileged_dialog.py" />
      <source>Look at the clients that were refused relay, or that relay by a wider range than they need.</source>
      <translation>Zeigt die Clients, denen das Weiterleiten verweigert wurde oder die über einen größeren Bereich weiterleiten, als sie brauchen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/privileged_dialog.py" />
      <source>&amp;Connect a device...</source>
      <translation>&amp;Gerät anschließen...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/privileged_dialog.py" />
      <source>Show what to enter in the devices of the selected range.</source>
      <translation>Zeigt, was in den Geräten des ausgewählten Bereichs einzutragen ist.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/privileged_dialog.py" />
      <source>; 1 has expired</source>
      <translation>; 1 ist abgelaufen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/privileged_dialog.py" />
      <source>; {number} have expired</source>
      <translation>; {number} sind abgelaufen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/privileged_dialog.py" />
      <source>; 1 is out of hours now</source>
      <translation>; 1 gilt zu dieser Zeit nicht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/privileged_dialog.py" />
      <source>; {number} are out of hours now</source>
      <translation>; {number} gelten zu dieser Zeit nicht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/public_confirmation.py" />
      <source>Yes, allow {number} to relay</source>
      <translation>Ja, Relay erlauben für {number}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/public_confirmation.py" />
      <source>This covers {number} of the Internet. Whoever is there could send mail through this server without a password.</source>
      <translation>Das umfasst {number} des Internets. Wer dort ist, könnte über diesen Server ohne Kennwort Mail senden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/qr_code.py" />
      <source>QR code of the connection</source>
      <translation>QR-Code der Verbindung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/question.py" />
      <source>&amp;Cancel</source>
      <translation>&amp;Abbrechen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_entry.py" />
      <source>10.0.4.17, 10.0.4.0/24, 10.0.4.1-10.0.4.9, 10.0.* or 2001:db8::/64</source>
      <translation>10.0.4.17, 10.0.4.0/24, 10.0.4.1-10.0.4.9, 10.0.* oder 2001:db8::/64</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_entry.py" />
      <source>Weekly &amp;hours:</source>
      <translation>&amp;Wochenzeiten:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_entry.py" />
      <source>any; or one address or domain a line, such as scanner@example.com</source>
      <translation>beliebig; oder eine Adresse oder Domäne je Zeile, etwa scanner@example.com</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_entry.py" />
      <source>&amp;Only for the senders:</source>
      <translation>N&amp;ur für die Absender:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_entry.py" />
      <source> and {number} more</source>
      <translation> und {number} weitere</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_entry.py" />
      <source>Covers or overlaps {covered}{more}</source>
      <translation>Umfasst oder überschneidet {covered}{more}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_entry.py" />
      <source>In &amp;force:</source>
      <translation>&amp;Gültig:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_model.py" />
      <source>Remarks</source>
      <translation>Bemerkungen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_model.py" />
      <source>always</source>
      <translation>immer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_model.py" />
      <location filename="../../../app/posthouse_console/widgets/smart_hosts_panel.py" />
      <source>any</source>
      <translation>beliebig</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_panel.py" />
      <source>&amp;Add...</source>
      <translation>&amp;Hinzufügen...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_panel.py" />
      <source>&amp;Edit...</source>
      <translation>&amp;Bearbeiten...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_panel.py" />
      <source>&amp;Paste...</source>
      <translation>E&amp;infügen...</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_panel.py" />
      <source>Remove e&amp;nded</source>
      <translation>Abge&amp;laufene entfernen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_panel.py" />
      <source>Add Range</source>
      <translation>Bereich hinzufügen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_panel.py" />
      <source>Edit Range</source>
      <translation>Bereich bearbeiten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_paste.py" />
      <source>Paste Ranges</source>
      <translation>Bereiche einfügen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_paste.py" />
      <source>, with a note after a space or # if you like</source>
      <translation>, auf Wunsch mit einer Notiz nach einem Leerzeichen oder #</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_paste.py" />
      <source>&amp;Ranges, one a line:</source>
      <translation>&amp;Bereiche, einer je Zeile:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_paste.py" />
      <source>Ranges, one a line</source>
      <translation>Bereiche, einer je Zeile</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_paste.py" />
      <source>1 line can't be read; nothing is added before that is mended.</source>
      <translation>1 Zeile kann nicht gelesen werden; bevor sie berichtigt ist, wird nichts hinzugefügt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_paste.py" />
      <source>{number} lines can't be read; nothing is added before that is mended.</source>
      <translation>{number} Zeilen können nicht gelesen werden; bevor sie berichtigt sind, wird nichts hinzugefügt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_paste.py" />
      <source>1 range will be added.</source>
      <translation>1 Bereich wird hinzugefügt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_paste.py" />
      <source>{number} ranges will be added.</source>
      <translation>{number} Bereiche werden hinzugefügt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_paste.py" />
      <source>10.0.4.0/24   # office</source>
      <translation>10.0.4.0/24   # Büro</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_paste.py" />
      <source>An address, CIDR, from-to, or 10.0.*{note}.</source>
      <translation>Eine Adresse, CIDR, von-bis oder 10.0.*{note}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_paste.py" />
      <source>… and {more} more.</source>
      <translation>… und {more} weitere.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_reach.py" />
      <source> and 1 smaller range</source>
      <translation> und 1 kleinerer Bereich</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_reach.py" />
      <source> and {more} smaller ranges</source>
      <translation> und {more} kleinere Bereiche</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_reach.py" />
      <source>until {end:%Y-%m-%d %H:%M}</source>
      <translation>bis {end:%Y-%m-%d %H:%M}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_reach.py" />
      <source>for some senders only</source>
      <translation>nur für einige Absender</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_reach.py" />
      <source>at some hours only</source>
      <translation>nur zu einigen Zeiten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_text.py" />
      <source>about 2{exponent}</source>
      <translation>etwa 2{exponent}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_text.py" />
      <source>1 address</source>
      <translation>1 Adresse</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_text.py" />
      <source>{number} addresses</source>
      <translation>{number} Adressen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_text.py" />
      <source>Expired</source>
      <translation>Abgelaufen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_text.py" />
      <source>Not in force at this hour</source>
      <translation>Zu dieser Stunde nicht gültig</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_text.py" />
      <source>{sentence} until {end}</source>
      <translation>{sentence} bis {end}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_text.py" />
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>1 public address</source>
      <translation>1 öffentliche Adresse</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_text.py" />
      <source>{number} public addresses</source>
      <translation>{number} öffentliche Adressen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_text.py" />
      <source>Duplicate of {range}</source>
      <translation>Doppelt: {range}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_text.py" />
      <source>Covered by {range}</source>
      <translation>Enthalten in {range}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_text.py" />
      <source>Overlaps {range}</source>
      <translation>Überschneidet {range}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_text.py" />
      <source>Line {number}: the note has {length} characters; at most {most} are kept.</source>
      <translation>Zeile {number}: Die Notiz hat {length} Zeichen; höchstens {most} werden behalten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_text.py" />
      <source>Line {number}: {error}.</source>
      <translation>Zeile {number}: {error}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/ranges_text.py" />
      <source>Line {number}: {written} is listed already.</source>
      <translation>Zeile {number}: {written} steht bereits in der Liste.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_host_entry.py" />
      <source>its host and port</source>
      <translation>sein Host und Port</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_host_entry.py" />
      <source>any sender</source>
      <translation>jeder Absender</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_host_entry.py" />
      <source>any recipient</source>
      <translation>jeder Empfänger</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_host_entry.py" />
      <source>Domains or addresses, separated by spaces. With both, both must fit.</source>
      <translation>Domänen oder Adressen, durch Leerzeichen getrennt. Ist beides angegeben, muss beides passen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_host_entry.py" />
      <source>Fill in: {senders}, {recipients}, or both.</source>
      <translation>Füllen Sie aus: {senders}, {recipients} oder beides.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_host_form.py" />
      <source>unchanged unless you type a new one</source>
      <translation>unverändert, solange Sie kein neues eingeben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_host_form.py" />
      <source>The password is never in the settings: it is kept in the system's keyring or, where there is none, encrypted in the data folder.</source>
      <translation>Das Kennwort steht nie in den Einstellungen: Es liegt im Schlüsselbund des Systems oder, wo es keinen gibt, verschlüsselt im Datenordner.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_host_form.py" />
      <source>Client secret</source>
      <translation>Geheimer Clientschlüssel</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_host_form.py" />
      <source>The secret is kept for each host and user name: type the one that belongs to these.</source>
      <translation>Das Geheimnis wird je Host und Benutzername aufbewahrt: Geben Sie das ein, das zu diesen gehört.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_host_form.py" />
      <source>Connect as it is edited now, log in, and show what was said. No mail is sent.</source>
      <translation>Verbinden wie gerade bearbeitet, anmelden und das Gesagte zeigen. Es wird keine Mail gesendet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_hosts_panel.py" />
      <source>Move Up</source>
      <translation>Nach oben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_hosts_panel.py" />
      <source>Move Down</source>
      <translation>Nach unten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_hosts_panel.py" />
      <source>{action} smart host</source>
      <translation>Smarthost: {action}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_hosts_panel.py" />
      <source>Add Smart Host</source>
      <translation>Smarthost hinzufügen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_hosts_panel.py" />
      <source>Edit Smart Host</source>
      <translation>Smarthost bearbeiten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_hosts_panel.py" />
      <location filename="../../../server/posthouse_server/diagnose/catalogue.py" />
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>Smart host</source>
      <translation>Smarthost</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_hosts_panel.py" />
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>For senders</source>
      <translation>Für Absender</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_hosts_panel.py" />
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>For recipients</source>
      <translation>Für Empfänger</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/smart_hosts_panel.py" />
      <source> (off)</source>
      <translation> (aus)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/span_input.py" />
      <source>From – to</source>
      <translation>Von – bis</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/span_input.py" />
      <source>Last hour</source>
      <translation>Letzte Stunde</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/span_input.py" />
      <source>Last 24 hours</source>
      <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/span_input.py" />
      <source>Last 7 days</source>
      <translation>Letzte 7 Tage</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/span_input.py" />
      <source>Last 30 days</source>
      <translation>Letzte 30 Tage</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/span_input.py" />
      <source>Time span</source>
      <translation>Zeitraum</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/span_input.py" />
      <source>Time &amp;span:</source>
      <translation>Zeitra&amp;um:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/state_label.py" />
      <source>State of the server</source>
      <translation>Zustand des Servers</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/status_message.py" />
      <source>Message: {sentence}</source>
      <translation>Meldung: {sentence}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/suggestions_table.py" />
      <source>looking up the name…</source>
      <translation>Name wird gesucht…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/suggestions_table.py" />
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Range</source>
      <translation>Bereich</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/suggestions_table.py" />
      <source>Narrows</source>
      <translation>Engt ein</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/suggestions_table.py" />
      <source>Sends</source>
      <translation>Sendet</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/suggestions_table.py" />
      <source>; a public address</source>
      <translation>; eine öffentliche Adresse</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/suggestions_table.py" />
      <source>{number:,} clients; the first: {answer}</source>
      <translation>{number:,} Clients; der erste: {answer}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/suggestions_table.py" />
      <source> and {more:,} more</source>
      <translation> und {more:,} weitere</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/suggestions_table.py" />
      <source>{name} and {more:,} more</source>
      <translation>{name} und {more:,} weitere</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/texts_dialog.py" />
      <source>&amp;{nouns}, one a line:</source>
      <translation>&amp;{nouns}, je Zeile ein Eintrag:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/texts_dialog.py" />
      <source>{nouns}, one a line</source>
      <translation>{nouns}, je Zeile ein Eintrag</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/texts_dialog.py" />
      <source>{entries} will be added.</source>
      <translation>Neu: {entries}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/texts_dialog.py" />
      <source>{entries} in the list already.</source>
      <translation>Schon in der Liste: {entries}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/texts_dialog.py" />
      <source>Line {number}: {reason}.</source>
      <translation>Zeile {number}: {reason}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/texts_dialog.py" />
      <source>… and {number} more.</source>
      <translation>… und {number} weitere.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/texts_panel.py" />
      <source>Add {nouns}</source>
      <translation>{nouns} hinzufügen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/texts_panel.py" />
      <source>Edit {noun}</source>
      <translation>{noun} bearbeiten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>&amp;Client</source>
      <translation>&amp;Client</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>10.0.4. or 10.0.0.0/8</source>
      <translation>10.0.0.0/8</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>How the address begins, or a network such as 10.0.0.0/8</source>
      <translation>Wie die Adresse beginnt, oder ein Netz wie 10.0.0.0/8</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>L&amp;ogin</source>
      <translation>An&amp;meldename</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>A part of the login</source>
      <translation>Ein Teil des Anmeldenamens</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>Sen&amp;der</source>
      <translation>Abs&amp;ender</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>A part of the sender; &lt;&gt; finds messages without one</source>
      <translation>Ein Teil des Absenders; &lt;&gt; findet Nachrichten ohne Absender</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>Rec&amp;ipient</source>
      <translation>Em&amp;pfänger</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>A part of the recipient</source>
      <translation>Ein Teil des Empfängers</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>Id or &amp;message</source>
      <translation>&amp;ID oder Nachricht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>How the id of the line, or of its message, begins</source>
      <translation>Wie die ID der Zeile oder ihrer Nachricht beginnt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>All</source>
      <translation>Alle</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>Pa&amp;use</source>
      <translation>Pa&amp;use</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>Takes up no new lines until it is pressed again</source>
      <translation>Nimmt keine neuen Zeilen auf, bis erneut darauf geklickt wird</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>Clea&amp;r</source>
      <translation>Lee&amp;ren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>Empties these fields</source>
      <translation>Leert diese Felder</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>How much of the trace has been looked through</source>
      <translation>Wie viel des Protokolls durchgesehen ist</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>Cancel &amp;Search</source>
      <translation>&amp;Suche abbrechen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>Contin&amp;ue</source>
      <translation>&amp;Weiter</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trace_bar.py" />
      <source>Verdic&amp;t</source>
      <translation>En&amp;tscheidung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/traffic_chart.py" />
      <source>1 day</source>
      <translation>1 Tag</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/traffic_chart.py" />
      <source>{number} days</source>
      <translation>{number} Tage</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/traffic_chart.py" />
      <source>1 hour</source>
      <translation>1 Stunde</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/traffic_chart.py" />
      <source>{number} hours</source>
      <translation>{number} Stunden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/traffic_chart.py" />
      <source>1 minute</source>
      <translation>1 Minute</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/traffic_chart.py" />
      <source>{number} minutes</source>
      <translation>{number} Minuten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/traffic_chart.py" />
      <source>1 second</source>
      <translation>1 Sekunde</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/traffic_chart.py" />
      <source>{number} seconds</source>
      <translation>{number} Sekunden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/traffic_chart.py" />
      <source>recipients accepted: {accepted}, recipients refused: {refused}, messages: {messages}</source>
      <translation>Empfänger angenommen: {accepted}, Empfänger abgelehnt: {refused}, Nachrichten: {messages}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/traffic_chart.py" />
      <source>{sums}. Most were accepted in the step of {length} from {at}: {accepted} recipients.</source>
      <translation>{sums}. Die meisten im Abschnitt ab {at} ({length}): {accepted} Empfänger angenommen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/traffic_chart.py" />
      <source>The chart is being loaded…</source>
      <translation>Das Diagramm wird geladen…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/traffic_chart.py" />
      <source>Traffic over time</source>
      <translation>Verkehr im Zeitverlauf</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/traffic_chart.py" />
      <source>Chart</source>
      <translation>Diagramm</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/transcript_panel.py" />
      <source>Test</source>
      <translation>Test</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/transcript_panel.py" />
      <source>Save {what} As</source>
      <translation>{what} speichern unter</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/transcript_panel.py" />
      <source>&amp;Transcript:</source>
      <translation>&amp;Mitschrift:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/transcript_panel.py" />
      <source>Copies what was said in the selected attempts</source>
      <translation>Kopiert, was in den ausgewählten Versuchen gesagt wurde</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/transcript_panel.py" />
      <source>Sa&amp;ve {what} As…</source>
      <translation>{what} spei&amp;chern unter…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/transcript_panel.py" />
      <source>Saves all of it as a text file</source>
      <translation>Speichert alles als Textdatei</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/transcript_panel.py" />
      <source>Text files (*.txt);;All files (*)</source>
      <translation>Textdateien (*.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/transcript_panel.py" />
      <source>The file could not be written.</source>
      <translation>Die Datei konnte nicht geschrieben werden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trial_bar.py" />
      <source>&amp;Keep</source>
      <translation>&amp;Behalten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trial_bar.py" />
      <source>Take &amp;back now</source>
      <translation>Jetzt &amp;zurücknehmen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trial_bar.py" />
      <source>Revision {number} is on trial.</source>
      <translation>Revision {number} ist auf Probe.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trial_bar.py" />
      <source>Revision {number} takes itself back in {minutes}:{seconds:02d}.</source>
      <translation>Revision {number} nimmt sich in {minutes}:{seconds:02d} selbst zurück.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/trial_bar.py" />
      <source>Revision {number} is taken back now, or when the server starts.</source>
      <translation>Revision {number} wird jetzt zurückgenommen, oder sobald der Server startet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/until_input.py" />
      <source>Only until</source>
      <translation>Nur bis</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/until_input.py" />
      <source>Se&amp;t</source>
      <translation>Se&amp;tzen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/until_input.py" />
      <source>Set</source>
      <translation>Setzen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/until_input.py" />
      <source>Ends that people name, such as until Friday evening.</source>
      <translation>Übliche Enden, etwa bis Freitagabend.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/until_presets.py" />
      <source>For 2 &amp;hours</source>
      <translation>Für 2 &amp;Stunden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/until_presets.py" />
      <source>Until &amp;Friday {hour}:00</source>
      <translation>Bis &amp;Freitag {hour}:00</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/until_presets.py" />
      <source>For &amp;ever</source>
      <translation>Für &amp;immer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/until_presets.py" />
      <source>Until &amp;today {hour}:00</source>
      <translation>Bis &amp;heute {hour}:00</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wider_ranges.py" />
      <source>Wider ranges to remove</source>
      <translation>Größere Bereiche, die entfernt werden können</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wider_ranges.py" />
      <source>Remove {range}{note}: {sentence}.</source>
      <translation>{range}{note} entfernen: {sentence}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wider_ranges.py" />
      <source>{client}: {number:,} recipients, would be refused</source>
      <translation>{client}: {number:,} Empfänger, würden abgelehnt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Must log in</source>
      <translation>Muss sich anmelden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>STARTTLS on request</source>
      <translation>STARTTLS auf Anforderung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Implicit TLS from the first byte</source>
      <translation>Implizites TLS ab dem ersten Byte</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Always allow authentication</source>
      <translation>Anmeldung immer erlauben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Only allow secure authentication</source>
      <translation>Nur sichere Anmeldung erlauben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Never allow authentication</source>
      <translation>Anmeldung nie erlauben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>From the first byte</source>
      <translation>Ab dem ersten Byte</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Always</source>
      <translation>Immer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Only over a secure connection</source>
      <translation>Nur über eine sichere Verbindung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Never</source>
      <translation>Nie</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Standard codes (550 5.7.1)</source>
      <translation>Standardcodes (550 5.7.1)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>The exact texts of MailEnable (503)</source>
      <translation>Die genauen Texte von MailEnable (503)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>When the server offers it (opportunistic)</source>
      <translation>Wenn der Server es anbietet (opportunistisch)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Always STARTTLS, certificate checked (required)</source>
      <translation>Immer STARTTLS, Zertifikat geprüft (erforderlich)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>From the first byte, certificate checked (implicit)</source>
      <translation>Ab dem ersten Byte, Zertifikat geprüft (implizit)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Never (unencrypted)</source>
      <translation>Nie (unverschlüsselt)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Always, with any certificate (required)</source>
      <translation>Immer, mit beliebigem Zertifikat (erforderlich)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Always, certificate checked (verified)</source>
      <translation>Immer, Zertifikat geprüft (verifiziert)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>When offered</source>
      <translation>Wenn angeboten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Required</source>
      <translation>Erforderlich</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Required, certificate checked</source>
      <translation>Erforderlich, Zertifikat geprüft</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Username and password</source>
      <translation>Benutzername und Kennwort</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>OAuth 2.0</source>
      <translation>OAuth 2.0</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>After the first failure only</source>
      <translation>Nur nach dem ersten Fehlschlag</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>After every delay</source>
      <translation>Nach jeder Verzögerung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>For every sender</source>
      <translation>Für jeden Absender</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Only for senders who authenticated</source>
      <translation>Nur für angemeldete Absender</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Do not generate any</source>
      <translation>Keine erzeugen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Banned</source>
      <translation>Gesperrt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>The only ones allowed</source>
      <translation>Als Einzige zugelassen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Don't accept</source>
      <translation>Nicht annehmen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Mark as spam</source>
      <translation>Als Spam kennzeichnen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Log in with a user name and password.</source>
      <translation>Mit Benutzername und Kennwort anmelden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Encrypt a connection that began without TLS.</source>
      <translation>Eine Verbindung verschlüsseln, die ohne TLS begann.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Send messages in chunks (CHUNKING).</source>
      <translation>Nachrichten in Teilen senden (CHUNKING).</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Ask for an address; the answer never tells whether it exists.</source>
      <translation>Nach einer Adresse fragen; die Antwort verrät nie, ob es sie gibt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>List the commands.</source>
      <translation>Die Befehle auflisten.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>{address} port {port}</source>
      <translation>{address} Port {port}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Only to clients on this computer: no TLS</source>
      <translation>Nur für Clients auf diesem Computer: kein TLS</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>Not offered</source>
      <translation>Nicht angeboten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>To every client: the connection is encrypted</source>
      <translation>Für jeden Client: Die Verbindung ist verschlüsselt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>To every client: they are on this computer</source>
      <translation>Für jeden Client: Sie sind auf diesem Computer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>After STARTTLS; to clients on this computer at once</source>
      <translation>Nach STARTTLS; für Clients auf diesem Computer sofort</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>{place}: passwords cross the network unencrypted. Offer TLS, or allow only secure authentication.</source>
      <translation>{place}: Kennwörter gehen unverschlüsselt durch das Netz. Bieten Sie TLS an, oder erlauben Sie nur sichere Anmeldung.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>{place}: load balancers are refused, since implicit TLS leaves no place for a PROXY header.</source>
      <translation>{place}: Load Balancer werden abgewiesen, weil implizites TLS keinen Platz für einen PROXY-Header lässt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>To every client</source>
      <translation>Für jeden Client</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>To every client, unencrypted</source>
      <translation>Für jeden Client, unverschlüsselt</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/widgets/wording.py" />
      <source>(a free one)</source>
      <translation>(ein freier)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/connect.py" />
      <source>Connect a device</source>
      <translation>Gerät verbinden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/connect.py" />
      <source>Connect your first device</source>
      <translation>Binden Sie Ihr erstes Gerät an</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/connect.py" />
      <source>This is what your scanner or program needs. You find it again with a right click on a mailbox, and in the menu Action.</source>
      <translation>Das braucht Ihr Scanner oder Programm. Sie finden es wieder mit einem Rechtsklick auf ein Postfach und im Menü „Aktion“.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/devices.py" />
      <source>Nobody was refused here in the last {days} days. A device that can't log in shows its address in its menu, mostly under Network; or let it try once when the server runs, and open this set-up again: it is then listed here.</source>
      <translation>In den letzten {days} Tagen wurde hier niemand abgelehnt. Ein Gerät, das sich nicht anmelden kann, zeigt seine Adresse in seinem Menü, meist unter „Netzwerk“; oder lassen Sie es einmal senden, während der Server läuft, und öffnen Sie diese Einrichtung erneut: Es steht dann hier.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/devices.py" />
      <source>Devices without password</source>
      <translation>Geräte ohne Kennwort</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/devices.py" />
      <source>Which devices may send without a password?</source>
      <translation>Welche Geräte dürfen ohne Kennwort senden?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/devices.py" />
      <source>None, if all of them can log in: that is safest. Allow only single addresses that you know, and give those devices fixed addresses in your router, since whoever has the address may send.</source>
      <translation>Keine, wenn alle sich anmelden können: Das ist am sichersten. Erlauben Sie nur einzelne Adressen, die Sie kennen, und geben Sie diesen Geräten feste Adressen in Ihrem Router, denn wer die Adresse hat, darf senden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/devices.py" />
      <source>Refused &amp;lately (tick those that you know):</source>
      <translation>Kürz&amp;lich abgelehnt (haken Sie an, was Sie kennen):</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/devices.py" />
      <source>The recorded traffic is being looked through…</source>
      <translation>Der aufgezeichnete Verkehr wird durchsucht…</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/devices.py" />
      <source>Devices that may send without a password</source>
      <translation>Geräte, die ohne Kennwort senden dürfen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/devices.py" />
      <source>&amp;Devices that may send without a password:</source>
      <translation>&amp;Geräte, die ohne Kennwort senden dürfen:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/devices.py" />
      <source>{range} is a public address: be sure that it is yours.</source>
      <translation>{range} ist eine öffentliche Adresse: Vergewissern Sie sich, dass es Ihre ist.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/dialog.py" />
      <source>Nothing was saved. {error}</source>
      <translation>Es wurde nichts gespeichert. {error}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/dialog.py" />
      <source>{error} What they changed stays; look at this summary once more, then save again.</source>
      <translation>{error} Deren Änderungen bleiben; sehen Sie diese Zusammenfassung noch einmal durch, und speichern Sie dann erneut.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/dialog.py" />
      <source>Leave the set-up?</source>
      <translation>Einrichtung verlassen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/dialog.py" />
      <source>&amp;Leave</source>
      <translation>&amp;Verlassen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/dialog.py" />
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/dialog.py" />
      <source>&amp;Finish</source>
      <translation>&amp;Fertig stellen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/dialog.py" />
      <source>&amp;Go On</source>
      <translation>&amp;Fortfahren</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/dialog.py" />
      <source>Nothing has been saved, and nothing is changed. The set-up stays in the menu Help.</source>
      <translation>Es wurde nichts gespeichert und nichts geändert. Die Einrichtung bleibt im Menü „Hilfe“.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/domain.py" />
      <source>Your domain</source>
      <translation>Ihre Domäne</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/domain.py" />
      <source>Which domain is yours?</source>
      <translation>Welche Domäne ist Ihre?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/domain.py" />
      <source>The part behind the @ of your mail addresses: example.com, if yours is anna@example.com.</source>
      <translation>Der Teil nach dem @ Ihrer E-Mail-Adressen: example.com, wenn Ihre anna@example.com lautet.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/domain.py" />
      <source>&amp;Elsewhere: at Microsoft 365, Google Workspace or a provider</source>
      <translation>Wo&amp;anders: bei Microsoft 365, Google Workspace oder einem Provider</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/domain.py" />
      <source>&amp;Here: this server receives the mail of the domain and keeps it</source>
      <translation>&amp;Hier: Dieser Server empfängt die E-Mails der Domäne und bewahrt sie auf</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/domain.py" />
      <source>Domain name</source>
      <translation>Domänenname</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/domain.py" />
      <source>&amp;Domain name:</source>
      <translation>&amp;Domänenname:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/domain.py" />
      <source>{domain} is a domain of this server already, so its mail is kept here. Choose that, or delete the domain under Post Offices first.</source>
      <translation>{domain} ist bereits eine Domäne dieses Servers, ihre E-Mails bleiben also hier. Wählen Sie das, oder löschen Sie die Domäne zuerst unter „Postoffices“.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/domain.py" />
      <source>Where are the mailboxes of this domain?</source>
      <translation>Wo liegen die Postfächer dieser Domäne?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/domain.py" />
      <source>Mail to anna@{domain} is then kept on this server if there is such a mailbox, and refused if there is none. The domain's MX record must lead here.</source>
      <translation>E-Mails an anna@{domain} bleiben dann auf diesem Server, wenn es ein solches Postfach gibt, und werden sonst abgelehnt. Der MX-Eintrag der Domäne muss hierher führen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/domain.py" />
      <source>Mail to anna@{domain} goes out like all other mail. For the logins of your devices this server gets a domain of its own, {our_label}{domain}; nobody outside needs to know it.</source>
      <translation>E-Mails an anna@{domain} gehen hinaus wie alle anderen. Für die Anmeldungen Ihrer Geräte erhält dieser Server eine eigene Domäne, {our_label}{domain}; außerhalb muss sie niemand kennen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/domain.py" />
      <source>Only the part behind the @.</source>
      <translation>Nur der Teil nach dem @.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/domain.py" />
      <source>{domain} is here already; it stays as it is.</source>
      <translation>{domain} ist bereits vorhanden und bleibt, wie sie ist.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>If a port is in use, close this, open Set Up Posthouse again from the menu Help, and choose another one. Else mend what is said here, and start again.</source>
      <translation>Ist ein Port belegt, schließen Sie dies, öffnen Sie „Posthouse einrichten“ erneut im Menü „Hilfe“, und wählen Sie einen anderen. Sonst beheben Sie, was hier steht, und starten Sie erneut.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>Test message</source>
      <translation>Testnachricht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>Everything is saved. Send a real message now, best to an address of your own somewhere else.</source>
      <translation>Alles ist gespeichert. Senden Sie jetzt eine echte Nachricht, am besten an eine eigene Adresse anderswo.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>The server runs</source>
      <translation>Der Server läuft</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>&amp;Send Test Message</source>
      <translation>Testnachricht &amp;senden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>St&amp;art Again</source>
      <translation>Erneut st&amp;arten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>of {login}</source>
      <translation>von {login}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>Saved (revision {revision})</source>
      <translation>Gespeichert (Revision {revision})</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>Saved</source>
      <translation>Gespeichert</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>The server starts</source>
      <translation>Der Server startet</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>The server can't use what was saved</source>
      <translation>Der Server kann das Gespeicherte nicht verwenden</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>Being sent to this server</source>
      <translation>Wird an diesen Server gesendet</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>It listens on {places}.</source>
      <translation>Er lauscht auf {places}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>{name} is empty.</source>
      <translation>{name} ist leer.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/journey.py" />
      <source>The server takes it over</source>
      <translation>Der Server übernimmt es</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/mailbox.py" />
      <source>A first mailbox</source>
      <translation>Ein erstes Postfach</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/mailbox.py" />
      <source>Make a first mailbox</source>
      <translation>Legen Sie ein erstes Postfach an</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/mailbox.py" />
      <source>Devices and programs log in with its name and password; whoever has logged in may send. One for each device is best, so that you see who sends what; more can be added later.</source>
      <translation>Geräte und Programme melden sich mit seinem Namen und Kennwort an; wer angemeldet ist, darf senden. Am besten hat jedes Gerät sein eigenes, damit Sie sehen, wer was sendet; weitere können später hinzukommen.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/mailbox.py" />
      <source>Mailbox name</source>
      <translation>Postfachname</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/mailbox.py" />
      <source>Mailbox na&amp;me:</source>
      <translation>&amp;Postfachname:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/mailbox.py" />
      <source>User name: {login}
Write the password down now: it is kept as a hash, and can't be shown again.</source>
      <translation>Benutzername: {login}
Notieren Sie das Kennwort jetzt: Es wird als Hash gespeichert und kann nicht wieder angezeigt werden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/mailbox.py" />
      <source>This mailbox is there already; it keeps its password.</source>
      <translation>Dieses Postfach gibt es bereits; es behält sein Kennwort.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/mailbox.py" />
      <source>name</source>
      <translation>name</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/outgoing.py" />
      <source>How mail leaves</source>
      <translation>Wie E-Mails abgehen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/outgoing.py" />
      <source>How does mail leave this server?</source>
      <translation>Wie verlassen E-Mails diesen Server?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/outgoing.py" />
      <source>What your devices send to other people goes out in one of these ways.</source>
      <translation>Was Ihre Geräte an andere senden, geht auf einem dieser Wege hinaus.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/outgoing.py" />
      <source>Te&amp;st</source>
      <translation>&amp;Testen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/outgoing.py" />
      <source>Connects, logs in, and begins a message that is not sent.</source>
      <translation>Verbindet sich, meldet sich an und beginnt eine Nachricht, die nicht gesendet wird.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/outgoing.py" />
      <source>Fill in: {missing}.</source>
      <translation>Noch auszufüllen: {missing}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>If this computer has a firewall, let TCP port {port} in (such as: ufw allow {port}/tcp, or firewall-cmd --add-port={port}/tcp --permanent). Never forward the port from the Internet to it without need.</source>
      <translation>Hat dieser Computer eine Firewall, lassen Sie TCP-Port {port} herein (etwa: ufw allow {port}/tcp oder firewall-cmd --add-port={port}/tcp --permanent). Leiten Sie den Port nie ohne Not aus dem Internet hierher.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>Windows may ask whether Posthouse may be reached: allow it for private networks. If it does not ask, add an inbound rule for TCP port {port} in Windows Defender Firewall.</source>
      <translation>Windows fragt womöglich, ob Posthouse erreichbar sein darf: Erlauben Sie es für private Netzwerke. Wenn es nicht fragt, legen Sie in der Windows Defender Firewall eine eingehende Regel für TCP-Port {port} an.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>If the firewall of macOS is on, allow incoming connections for Posthouse when the system asks.</source>
      <translation>Ist die Firewall von macOS eingeschaltet, erlauben Sie eingehende Verbindungen für Posthouse, wenn das System fragt.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>Who can reach it</source>
      <translation>Wer ihn erreicht</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>Who shall reach this server?</source>
      <translation>Wer soll diesen Server erreichen?</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>Reaching it is not yet sending: who may send through it comes later. Devices such as scanners are on your network; programs may be on this very computer.</source>
      <translation>Erreichen heißt noch nicht senden: Wer über ihn senden darf, kommt später. Geräte wie Scanner sind in Ihrem Netzwerk; Programme vielleicht auf diesem Computer selbst.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>25 – what devices expect</source>
      <translation>25 – von Geräten erwartet</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>587 – for mail programs</source>
      <translation>587 – für Mailprogramme</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>2525 – needs no special rights</source>
      <translation>2525 – braucht keine besonderen Rechte</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>Port {port} is free.</source>
      <translation>Port {port} ist frei.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>Port {port} is used by this server already, and stays so.</source>
      <translation>Port {port} wird schon von diesem Server benutzt, und das bleibt so.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>Port {port} is used by another program on this computer: end that program, or choose another port.</source>
      <translation>Port {port} wird von einem anderen Programm auf diesem Computer benutzt: Beenden Sie dieses Programm, oder wählen Sie einen anderen Port.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>Port {port} needs administrator rights on this computer: choose 2525, or run the server as a service.</source>
      <translation>Port {port} braucht auf diesem Computer Administratorrechte: Wählen Sie 2525, oder betreiben Sie den Server als Dienst.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>This address and port can't be listened on.</source>
      <translation>Auf dieser Adresse mit diesem Port kann nicht gelauscht werden.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>&amp;My network: scanners, printers and other computers</source>
      <translation>Mein &amp;Netzwerk: Scanner, Drucker und andere Computer</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>This &amp;computer only: programs that run here</source>
      <translation>Nur dieser &amp;Computer: Programme, die hier laufen</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>As it &amp;is now: {listeners}</source>
      <translation>Wie &amp;bisher: {listeners}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>Devices reach this computer at {addresses}.</source>
      <translation>Geräte erreichen diesen Computer unter {addresses}.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>{public} is a public address: so does the Internet, unless a firewall keeps it out. Better choose the address of your own network above.</source>
      <translation>{public} ist eine öffentliche Adresse: Auch das Internet erreicht sie, wenn keine Firewall es abhält. Wählen Sie oben besser die Adresse Ihres eigenen Netzwerks.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>A port is a number from 1 to 65535.</source>
      <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/reach.py" />
      <source>no listener</source>
      <translation>kein Listener</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/step.py" />
      <source>&amp;Next</source>
      <translation>&amp;Weiter</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/step_list.py" />
      <source>Step {current} of {number}: {caption}</source>
      <translation>Schritt {current} von {number}: {caption}</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/summary.py" />
      <source>Summary</source>
      <translation>Zusammenfassung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/summary.py" />
      <source>Ready to be saved</source>
      <translation>Bereit zum Speichern</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/summary.py" />
      <source>Nothing is saved yet. Save puts all of it in place at once, and every change stands in the history.</source>
      <translation>Noch ist nichts gespeichert. „Speichern“ setzt alles auf einmal in Kraft, und jede Änderung steht im Verlauf.</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/summary.py" />
      <source>What will be saved</source>
      <translation>Was gespeichert wird</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/summary.py" />
      <source>Who can send through this server afterwards</source>
      <translation>Wer danach über diesen Server senden darf</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>kept already; type to change it</source>
      <translation>bereits gespeichert; zum Ändern hier eingeben</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>&amp;Tenant:</source>
      <translation>&amp;Mandant:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>example.onmicrosoft.com, or the tenant's ID</source>
      <translation>example.onmicrosoft.com oder die ID des Mandanten</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>Client &amp;ID:</source>
      <translation>Client-&amp;ID:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>application (client) ID</source>
      <translation>Anwendungs-ID (Client)</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>Client sec&amp;ret:</source>
      <translation>Geheimer Client&amp;schlüssel:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>the value of the secret</source>
      <translation>der Wert des Schlüssels</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>Sending mailbo&amp;x:</source>
      <translation>Sendendes &amp;Postfach:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>Mail &amp;exchanger:</source>
      <translation>Mail-E&amp;xchanger:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>empty: Google knows this network by its address</source>
      <translation>leer: Google kennt dieses Netzwerk an seiner Adresse</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>App pass&amp;word:</source>
      <translation>App-&amp;Kennwort:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>Server n&amp;ame:</source>
      <translation>Server&amp;name:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>empty: no login</source>
      <translation>leer: keine Anmeldung</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>&amp;Try the mail server of:</source>
      <translation>Mailserver t&amp;esten von:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>P&amp;ort:</source>
      <translation>P&amp;ort:</translation>
    </message>
    <message>
      <location filename="../../../app/posthouse_console/wizard/way_fields.py" />
      <source>&amp;Encryption:</source>
      <translation>&amp;Verschlüsselung:</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/linux.py" />
      <source>This system is not run by systemd; let its own way of starting services run: {command}</source>
      <translation>Dieses System läuft nicht mit systemd; lassen Sie seine eigene Art, Dienste zu starten, Folgendes ausführen: {command}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/linux.py" />
      <location filename="../../../server/posthouse_server/autostart/macos.py" />
      <source>when the computer starts</source>
      <translation>beim Start des Computers</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/linux.py" />
      <source>when the computer starts, or at the latest when {user} logs in</source>
      <translation>beim Start des Computers, spätestens aber wenn {user} sich anmeldet</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/linux.py" />
      <source>{path} is there, but not enabled.</source>
      <translation>{path} ist vorhanden, aber nicht aktiviert.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/linux.py" />
      <location filename="../../../server/posthouse_server/autostart/macos.py" />
      <source>{path} was not written by Posthouse. Remove it first, if you don't need it.</source>
      <translation>{path} stammt nicht von Posthouse. Entfernen Sie die Datei zuerst, wenn Sie sie nicht brauchen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/linux.py" />
      <source>So the server starts when {user} logs in, and not before.</source>
      <translation>Der Server startet also, wenn {user} sich anmeldet, und nicht vorher.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/linux.py" />
      <source>systemd will notice by itself.</source>
      <translation>systemd bemerkt es von selbst.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/macos.py" />
      <location filename="../../../server/posthouse_server/autostart/windows.py" />
      <source>when you log in</source>
      <translation>bei Ihrer Anmeldung</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/plan.py" />
      <location filename="../../../server/posthouse_server/backup/making.py" />
      <location filename="../../../server/posthouse_server/store/history.py" />
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>{error} Nothing was changed.</source>
      <translation>{error} Es wurde nichts geändert.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/plan.py" />
      <source>Remove the file {path}</source>
      <translation>Datei {path} entfernen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/plan.py" />
      <source>Run: {command}</source>
      <translation>Ausführen: {command}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/plan.py" />
      <source>“{command}” failed: {reason}.</source>
      <translation>„{command}“ ist fehlgeschlagen: {reason}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/plan.py" />
      <source>Write the file {path}:

</source>
      <translation>Datei {path} schreiben:

</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/plan.py" />
      <source>{error} What was written before could not be taken back: {strerror}.</source>
      <translation>{error} Was vorher geschrieben wurde, ließ sich nicht zurücknehmen: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/plan.py" />
      <source>{command} does not answer</source>
      <translation>{command} antwortet nicht</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/plan.py" />
      <source>{command} can't be run: {strerror}</source>
      <translation>{command} lässt sich nicht ausführen: {strerror}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/plan.py" />
      <source>{path} can't be written: {strerror}.</source>
      <translation>{path} lässt sich nicht schreiben: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/plan.py" />
      <source>{path} can't be removed: {strerror}.</source>
      <translation>{path} lässt sich nicht entfernen: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/plan.py" />
      <source>exit code {code}</source>
      <translation>Exitcode {code}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/starter.py" />
      <source>The server does not start by itself.</source>
      <translation>Der Server startet nicht von selbst.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/starter.py" />
      <source>{path} was not written by Posthouse, and is left alone.</source>
      <translation>{path} stammt nicht von Posthouse und bleibt unberührt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/starter.py" />
      <source>The server starts {when}, but in another way than this version would: switch it off and on to renew it.</source>
      <translation>Der Server startet {when}, aber anders, als diese Version es einrichten würde: Schalten Sie es aus und wieder ein, um es zu erneuern.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/starter.py" />
      <source>The server starts {when} ({where}).</source>
      <translation>Der Server startet {when} ({where}).</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/windows.py" />
      <source>task {name} of the Task Scheduler</source>
      <translation>Aufgabe {name} der Aufgabenplanung</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/autostart/windows.py" />
      <source>{reason}.</source>
      <translation>{reason}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/backup/archive.py" />
      <source>The backup {path} is damaged: it is not as it was written. Nothing was changed.</source>
      <translation>Die Sicherung {path} ist beschädigt: Sie ist nicht mehr so, wie sie geschrieben wurde. Es wurde nichts geändert.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/backup/archive.py" />
      <source>{path} is no backup of Posthouse.</source>
      <translation>{path} ist keine Sicherung von Posthouse.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/backup/archive.py" />
      <source>{name} is too large</source>
      <translation>{name} ist zu groß</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/backup/archive.py" />
      <source>The backup {path} can't be written: {strerror}.</source>
      <translation>Die Sicherung {path} lässt sich nicht schreiben: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/backup/archive.py" />
      <source>{path} is refused: it would unpack to more than {most_ratio} times its size, as no backup of Posthouse does. Nothing was changed.</source>
      <translation>{path} wird abgelehnt: Entpackt wäre sie mehr als {most_ratio}-mal so groß, wie es keine Sicherung von Posthouse ist. Es wurde nichts geändert.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/backup/archive.py" />
      <source>The disk of {parent} has no room to unpack {path}: that takes {value:,} MB, and the server's reserve must stay free. Nothing was changed.</source>
      <translation>Auf dem Datenträger von {parent} ist kein Platz, um {path} zu entpacken: Dafür sind {value:,} MB nötig, und die Reserve des Servers muss frei bleiben. Es wurde nichts geändert.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/backup/archive.py" />
      <source>{path} holds no passwords.</source>
      <translation>{path} enthält keine Kennwörter.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/backup/archive.py" />
      <source>There is no file {path}.</source>
      <translation>Die Datei {path} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/backup/archive.py" />
      <location filename="../../../server/posthouse_server/certificates.py" />
      <source>{path} can't be read: {strerror}.</source>
      <translation>{path} lässt sich nicht lesen: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/backup/archive.py" />
      <source>{path} was made by a newer version of Posthouse ({found}); install that first.</source>
      <translation>{path} stammt von einer neueren Version von Posthouse ({found}); installieren Sie zuerst diese.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/backup/making.py" />
      <source>Meanwhile another backup was put in the place of {path}; nothing was changed. Look at it again.</source>
      <translation>Inzwischen liegt eine andere Sicherung an der Stelle von {path}; es wurde nichts geändert. Sehen Sie sie noch einmal an.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/backup/making.py" />
      <source>{backups} can't be made: {strerror}. Nothing was changed.</source>
      <translation>{backups} lässt sich nicht anlegen: {strerror}. Es wurde nichts geändert.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/backup/making.py" />
      <source>{root} can't be written: {strerror}.</source>
      <translation>{root} lässt sich nicht schreiben: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/backup/making.py" />
      <source>{path}: {error} Nothing was changed.</source>
      <translation>{path}: {error} Es wurde nichts geändert.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/backup/sealing.py" />
      <source>The passphrase is too short: take at least {least_passphrase} characters.</source>
      <translation>Die Passphrase ist zu kurz: Nehmen Sie mindestens {least_passphrase} Zeichen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/backup/sealing.py" />
      <source>The passwords in the backup are damaged.</source>
      <translation>Die Kennwörter in der Sicherung sind beschädigt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/backup/sealing.py" />
      <source>The passphrase is wrong, or the passwords in the backup were altered.</source>
      <translation>Die Passphrase ist falsch, oder die Kennwörter in der Sicherung wurden verändert.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/certificates.py" />
      <source>The file {path} holds no certificate in PEM form that can be read.</source>
      <translation>Die Datei {path} enthält kein lesbares Zertifikat im PEM-Format.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/certificates.py" />
      <source>The certificate or the key in {path} is damaged, or of a kind that can't be used.</source>
      <translation>Das Zertifikat oder der Schlüssel in {path} ist beschädigt oder von einer Art, die sich nicht verwenden lässt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/certificates.py" />
      <source>The key in {path} belongs to another certificate.</source>
      <translation>Der Schlüssel in {path} gehört zu einem anderen Zertifikat.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/certificates.py" />
      <source>{path} can't be opened: the password is wrong, or it is no PFX file.</source>
      <translation>{path} lässt sich nicht öffnen: Das Kennwort ist falsch, oder es ist keine PFX-Datei.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/certificates.py" />
      <source>The key in {path} can't be opened: the password is wrong or missing.</source>
      <translation>Der Schlüssel in {path} lässt sich nicht öffnen: Das Kennwort ist falsch oder fehlt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/certificates.py" />
      <source>The certificate file {path} does not exist.</source>
      <translation>Die Zertifikatsdatei {path} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/certificates.py" />
      <source>The certificate file {path} can't be read: {strerror}.</source>
      <translation>Die Zertifikatsdatei {path} lässt sich nicht lesen: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/certificates.py" />
      <source>{path} holds a certificate but not its key.</source>
      <translation>{path} enthält ein Zertifikat, aber nicht dessen Schlüssel.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/certificates.py" />
      <source>{path} holds no certificate.</source>
      <translation>{path} enthält kein Zertifikat.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/certificates.py" />
      <source>The certificate in {path} is damaged, or of a kind that can't be used.</source>
      <translation>Das Zertifikat in {path} ist beschädigt oder von einer Art, die sich nicht verwenden lässt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/certificates.py" />
      <source>The certificate {path} can't be written: {reason}.</source>
      <translation>Das Zertifikat {path} lässt sich nicht schreiben: {reason}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/control.py" />
      <source>The server has ended or does not answer, so the test is not done.</source>
      <translation>Der Server ist beendet oder antwortet nicht, daher wurde der Test nicht ausgeführt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/control.py" />
      <source>The server did not come up within {start_timeout_s:.0f} s; its log is {folder}.</source>
      <translation>Der Server war nach {start_timeout_s:.0f} s noch nicht gestartet; sein Protokoll liegt in {folder}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/control.py" />
      <source>The server ended without saying why (it was killed, or the computer went down); the log is {folder}.</source>
      <translation>Der Server hat sich ohne Angabe eines Grundes beendet (er wurde abgebrochen, oder der Computer ist ausgefallen); das Protokoll liegt in {folder}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/control.py" />
      <source>The server is not running, so it can't be tested. Start it first.</source>
      <translation>Der Server läuft nicht und lässt sich daher nicht testen. Starten Sie ihn zuerst.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/control.py" />
      <source>Nobody waits for the answer any more.</source>
      <translation>Niemand wartet mehr auf die Antwort.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/control.py" />
      <source>The server was told to stop while it was starting.</source>
      <translation>Der Server wurde angehalten, während er startete.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/control.py" />
      <source>The server ended at once with exit code {code}.</source>
      <translation>Der Server hat sich sofort mit dem Exitcode {code} beendet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/control.py" />
      <source>The server (process {pid}) has not stopped after {stop_timeout_s:.0f} s.</source>
      <translation>Der Server (Prozess {pid}) wurde nach {stop_timeout_s:.0f} s noch nicht beendet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/control.py" />
      <source>on request</source>
      <translation>auf Wunsch</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/control.py" />
      <source>Process {pid} doesn't look like the server (was the clock set?), and was left alone.</source>
      <translation>Der Prozess {pid} sieht nicht wie der Server aus (wurde die Uhr verstellt?) und blieb unberührt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/control.py" />
      <source>The server (process {pid}) can't be ended: it runs as another user. Try again as that user or as an administrator.</source>
      <translation>Der Server (Prozess {pid}) lässt sich nicht beenden: Er läuft unter einem anderen Benutzer. Versuchen Sie es als dieser Benutzer oder als Administrator noch einmal.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/control.py" />
      <source>The server (process {pid}) is still there {stop_timeout_s:.0f} s after it was killed; the system may be waiting for its disk.</source>
      <translation>Der Server (Prozess {pid}) ist {stop_timeout_s:.0f} s nach dem Abbruch noch da; vielleicht wartet das System auf den Datenträger.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/control.py" />
      <source>The outcome of the test is no longer in the store.</source>
      <translation>Das Ergebnis des Tests ist nicht mehr im Speicher.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/control.py" />
      <source>The test failed.</source>
      <translation>Der Test ist fehlgeschlagen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/delivery/connector.py" />
      <source>The system gives this server no more files or sockets; mail waits until some are free. Allow it more (ulimit -n, or LimitNOFILE of the service), or lower the limits for connections and deliveries.</source>
      <translation>Das System gibt diesem Server keine weiteren Dateien oder Sockets; E-Mails warten, bis welche frei sind. Erlauben Sie ihm mehr (ulimit -n oder LimitNOFILE des Dienstes), oder senken Sie die Grenzen für Verbindungen und Zustellungen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/delivery/doors.py" />
      <source>The smart host {host} wants a login, and none is set up: {reply}.</source>
      <translation>Der Smarthost {host} verlangt eine Anmeldung, und es ist keine eingerichtet: {reply}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/delivery/doors.py" />
      <source>The smart host {host} does not let {username} in: {reply}.</source>
      <translation>Der Smarthost {host} lässt {username} nicht hinein: {reply}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/delivery/doors.py" />
      <source>{fault} Mail for it waits, and nothing is returned to its sender for this. Put the login right in SMTP Properties, Smart Host, or the secret with posthousectl smart-host password{command}; it is tried again by itself.</source>
      <translation>{fault} E-Mails dafür warten, und nichts geht deswegen an den Absender zurück. Berichtigen Sie die Anmeldung unter SMTP-Eigenschaften, Smarthost, oder das Geheimnis mit posthousectl smart-host password{command}; es wird von selbst wieder versucht.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/catalogue.py" />
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Listeners</source>
      <translation>Listener</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/catalogue.py" />
      <source>Reachable from the network</source>
      <translation>Aus dem Netz erreichbar</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/catalogue.py" />
      <source>Port 25 outside</source>
      <translation>Port 25 nach außen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/catalogue.py" />
      <source>It would connect to a mail server of {outside_domains}, and hang up at once.</source>
      <translation>Dabei wird ein Mailserver von {outside_domains} angesprochen und die Verbindung sofort wieder getrennt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/catalogue.py" />
      <source>DNS servers</source>
      <translation>DNS-Server</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/catalogue.py" />
      <source>Name of this server</source>
      <translation>Name dieses Servers</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/catalogue.py" />
      <source>MX records</source>
      <translation>MX-Einträge</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/catalogue.py" />
      <source>Open relay test</source>
      <translation>Test auf offenes Relay</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/catalogue.py" />
      <source>Clock</source>
      <translation>Uhr</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/catalogue.py" />
      <source>Disk space</source>
      <translation>Speicherplatz</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/catalogue.py" />
      <source>Keyring</source>
      <translation>Schlüsselbund</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/finding.py" />
      <source>{parts} in {number} checks.</source>
      <translation>{parts} bei {number} Prüfungen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/finding.py" />
      <source>All is well: {number} checks found nothing to mend.</source>
      <translation>Alles in Ordnung: {number} Prüfungen haben nichts zu beheben gefunden.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/finding.py" />
      <source>OK</source>
      <translation>OK</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/finding.py" />
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/finding.py" />
      <source>Warning</source>
      <translation>Warnung</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/finding.py" />
      <source>Problem</source>
      <translation>Problem</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/finding.py" />
      <source>1 problem</source>
      <translation>1 Problem</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/finding.py" />
      <source>{number} problems</source>
      <translation>{number} Probleme</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/finding.py" />
      <source>1 warning</source>
      <translation>1 Warnung</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/finding.py" />
      <source>{number} warnings</source>
      <translation>{number} Warnungen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>Make a new one, or load yours: SMTP Properties, Inbound, Certificate…</source>
      <translation>Erstellen Sie ein neues oder laden Sie Ihres: SMTP-Eigenschaften, Eingehend, Zertifikat…</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>Let the system set its clock from the network (NTP). Retries, logins by token and certificates depend on it.</source>
      <translation>Lassen Sie das System seine Uhr aus dem Netz stellen (NTP). Wiederholungen, Anmeldungen mit Token und Zertifikate hängen davon ab.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>{free} of {total} are free on the disk of {root}.</source>
      <translation>{free} von {total} sind auf dem Datenträger von {root} frei.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>Make room: old logs, mail in mailboxes, or other things on that disk. With a nearly full disk the server refuses mail.</source>
      <translation>Schaffen Sie Platz: alte Protokolldateien, Mail in Postfächern oder andere Dinge auf diesem Datenträger. Bei fast vollem Datenträger lehnt der Server Mail ab.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>Valid for {left:,} days, until {until}, for {names}.</source>
      <translation>Gültig für {left:,} Tage, bis {until}, für {names}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>It is {time:%Y-%m-%d} {zone}; the disk, the server and the last change agree with that. No time server was asked.</source>
      <translation>Es ist der {time:%Y-%m-%d} {zone}; Datenträger, Server und letzte Änderung stimmen damit überein. Kein Zeitserver wurde gefragt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>{count:,.1f} GiB</source>
      <translation>{count:,.1f} GiB</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>{count:,.0f} MiB</source>
      <translation>{count:,.0f} MiB</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>A test entry was written, read and removed in {seconds:.1f} s, in {where}.</source>
      <translation>Ein Testeintrag wurde in {seconds:.1f} s geschrieben, gelesen und entfernt, in {where}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>No listener offers TLS, so no certificate is used.</source>
      <translation>Kein Listener bietet TLS an, daher wird kein Zertifikat verwendet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>It is valid only from {time:%Y-%m-%d} on.</source>
      <translation>Es ist erst ab {time:%Y-%m-%d} gültig.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>Is the clock right? {new_one}</source>
      <translation>Geht die Uhr richtig? {new_one}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>It ended on {until}: programs that check certificates refuse to connect.</source>
      <translation>Es ist am {until} abgelaufen: Programme, die Zertifikate prüfen, verweigern die Verbindung.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>Valid for {left:,} days, until {until}. It is self-signed: devices must be told to trust it.</source>
      <translation>Gültig für {left:,} Tage, bis {until}. Es ist selbstsigniert: Geräten muss gesagt werden, dass sie ihm vertrauen sollen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>Valid until {until}, but for {names}, not for {hostname}.</source>
      <translation>Gültig bis {until}, aber für {names}, nicht für {hostname}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>Programs must connect by a name that it is for, or it must be issued for this name too.</source>
      <translation>Programme müssen sich unter einem Namen verbinden, für den es gilt, oder es muss auch für diesen Namen ausgestellt werden.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>This computer says that it is {time:%Y-%m-%d}.</source>
      <translation>Dieser Computer sagt, es sei der {time:%Y-%m-%d}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>The last change was made at {time:%Y-%m-%d %H:%M:%S}, which is still to come: the clock was set back.</source>
      <translation>Die letzte Änderung stammt vom {time:%Y-%m-%d %H:%M:%S}, also aus der Zukunft: Die Uhr wurde zurückgestellt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>The server reported from the future: the clock was set back.</source>
      <translation>Der Server hat sich aus der Zukunft gemeldet: Die Uhr wurde zurückgestellt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>The disk of the data folder has another time: {time:%Y-%m-%d %H:%M:%S}.</source>
      <translation>Der Datenträger des Datenordners hat eine andere Zeit: {time:%Y-%m-%d %H:%M:%S}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>It is on another computer: set the clocks of both from the network (NTP).</source>
      <translation>Er ist auf einem anderen Computer: Lassen Sie die Uhren beider aus dem Netz stellen (NTP).</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>{root} can be written. Who else may read it is not checked on Windows: it inherits the rights of the folder above it.</source>
      <translation>{root} ist beschreibbar. Wer sonst darin lesen darf, wird unter Windows nicht geprüft: Der Ordner erbt die Rechte des Ordners über ihm.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>Other users of this computer can get into {root} (mode {mode:03o}) and at {files}.</source>
      <translation>Andere Benutzer dieses Computers kommen in {root} hinein (Modus {mode:03o}) und an Folgendes heran: {files}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>Passwords and mail lie there: chmod 700 {root}</source>
      <translation>Dort liegen Kennwörter und Mail: chmod 700 {root}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>{root} belongs to another user (number {owner}) than the one who looks; the server must run as that one.</source>
      <translation>{root} gehört einem anderen Benutzer (Nummer {owner}) als dem, der nachsieht; der Server muss unter jenem laufen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>{root} can be written, and the files in it are their owner's alone.</source>
      <translation>{root} ist beschreibbar, und die Dateien darin gehören allein ihrem Besitzer.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>{root} can be written, and only its owner gets in.</source>
      <translation>{root} ist beschreibbar, und nur der Besitzer kommt hinein.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>the settings</source>
      <translation>die Einstellungen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>the queue</source>
      <translation>die Warteschlange</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>the trace</source>
      <translation>das Protokoll</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>the mailboxes</source>
      <translation>die Postfächer</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>the key of the passwords</source>
      <translation>der Schlüssel der Kennwörter</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>the key of the certificate</source>
      <translation>der Schlüssel des Zertifikats</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>It ends on {until}, in 1 day.</source>
      <translation>Es läuft am {until} ab, in 1 Tag.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>It ends on {until}, in {left} days.</source>
      <translation>Es läuft am {until} ab, in {left} Tagen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>Unlock the system's keyring, or mend the files secrets.json and secrets.key in the data folder. Without it the smart host's password can't be kept.</source>
      <translation>Entsperren Sie den Schlüsselbund des Systems, oder bringen Sie die Dateien secrets.json und secrets.key im Datenordner in Ordnung. Sonst lässt sich das Kennwort des Smarthosts nicht aufbewahren.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>Nothing can be written into {root}: {strerror}.</source>
      <translation>In {root} lässt sich nichts schreiben: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>Give the user of the server the right to write there, or choose another data folder.</source>
      <translation>Geben Sie dem Benutzer des Servers dort das Schreibrecht, oder wählen Sie einen anderen Datenordner.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/machine.py" />
      <source>no names</source>
      <translation>keinen Namen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>This computer has no DNS server.</source>
      <translation>Dieser Computer hat keinen DNS-Server.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>Name one in SMTP Properties, General, or in the network settings of this computer.</source>
      <translation>Nennen Sie einen in den SMTP-Eigenschaften, Allgemein, oder in den Netzwerkeinstellungen dieses Computers.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>Without DNS no mail to other domains can be delivered. {name_one}</source>
      <translation>Ohne DNS lässt sich keine Mail an andere Domänen zustellen. {name_one}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>Without DNS the smart host may not be found. {name_one}</source>
      <translation>Ohne DNS wird der Smarthost vielleicht nicht gefunden. {name_one}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>Servers that get mail straight from here look at this, and many refuse. Let SMTP Properties, General, hold the name under which the Internet knows this server, or send through a smart host.</source>
      <translation>Server, die Mail direkt von hier bekommen, prüfen dies, und viele lehnen dann ab. Tragen Sie in den SMTP-Eigenschaften, Allgemein, den Namen ein, unter dem das Internet diesen Server kennt, oder senden Sie über einen Smarthost.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>It matters little while all mail leaves through the smart host.</source>
      <translation>Das ist kaum von Bedeutung, solange alle Mail über den Smarthost hinausgeht.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>{name} leads to {public}, and back (PTR).</source>
      <translation>{name} führt zu {public} und zurück (PTR).</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source> {number} more were not looked up.</source>
      <translation> {number} weitere wurden nicht nachgeschlagen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>The MX records of {ours} name this server.{more}</source>
      <translation>Die MX-Einträge von {ours} nennen diesen Server.{more}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>{server} does not serve: {fault}.</source>
      <translation>{server} taugt nicht: {fault}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>it knows nothing outside this network</source>
      <translation>er kennt nichts außerhalb dieses Netzes</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>{name} is a name that only this network knows.</source>
      <translation>{name} ist ein Name, den nur dieses Netz kennt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>{name} has no address in DNS.</source>
      <translation>{name} hat im DNS keine Adresse.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>Ask whoever looks after the domain for an A record. {remedy}</source>
      <translation>Bitten Sie den Betreuer der Domäne um einen A-Eintrag. {remedy}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>{name} leads to {found}, which is an address inside a network, so that there is no way back.</source>
      <translation>{name} führt zu {found}, einer Adresse innerhalb eines Netzes; von dort führt kein Weg zurück.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>{name} leads to {public}, but {strange} does not lead back to that name.</source>
      <translation>{name} führt zu {public}, aber {strange} führt nicht zu diesem Namen zurück.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>Ask the provider of the Internet connection to set the PTR record of the address to {name}. {remedy}</source>
      <translation>Bitten Sie den Anbieter des Internetanschlusses, den PTR-Eintrag der Adresse auf {name} zu setzen. {remedy}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>There is no domain that the Internet knows, so there are no MX records to look up.</source>
      <translation>Es gibt keine Domäne, die das Internet kennt, also sind keine MX-Einträge nachzuschlagen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>DNS did not say where mail for {domains} goes.{more}</source>
      <translation>Das DNS hat nicht gesagt, wohin Mail für {domains} geht.{more}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <location filename="../../../server/posthouse_server/diagnose/outside.py" />
      <source>See the check of the DNS servers.</source>
      <translation>Siehe die Prüfung der DNS-Server.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>No mail server is named in DNS for {domains}.{more}</source>
      <translation>Im DNS ist kein Mailserver für {domains} genannt.{more}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>If mail shall come from the Internet, it needs an MX record, such as: MX 10 {hostname}.</source>
      <translation>Wenn Mail aus dem Internet kommen soll, ist ein MX-Eintrag nötig, etwa: MX 10 {hostname}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>Mail from the Internet does not come here for {elsewhere}.{more}</source>
      <translation>Mail aus dem Internet kommt für {elsewhere} nicht hierher.{more}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>That is right where this server only relays. Otherwise let the MX record name this server.</source>
      <translation>Das ist richtig, wenn dieser Server nur weiterleitet. Andernfalls muss der MX-Eintrag diesen Server nennen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>{server} answers.</source>
      <translation>{server} antwortet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>{servers} answer.</source>
      <translation>{servers} antworten.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>no answer came</source>
      <translation>es kam keine Antwort</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>{name} could not be looked up: {error}.</source>
      <translation>{name} ließ sich nicht nachschlagen: {error}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/names.py" />
      <source>{host} is not a name of a computer</source>
      <translation>{host} ist kein Name eines Computers</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/outside.py" />
      <source>Most providers block port 25 for their customers. Ask yours to open it, or send through a smart host (SMTP Properties, Smart Host).</source>
      <translation>Die meisten Anbieter sperren Port 25 für ihre Kunden. Bitten Sie Ihren, ihn zu öffnen, oder senden Sie über einen Smarthost (SMTP-Eigenschaften, Smarthost).</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/outside.py" />
      <source>Compare SMTP Properties, Smart Host, with what your provider says about sending mail.</source>
      <translation>Vergleichen Sie die SMTP-Eigenschaften, Smarthost, mit dem, was Ihr Anbieter über das Senden von Mail sagt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/outside.py" />
      <source>wants no login</source>
      <translation>verlangt keine Anmeldung</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/outside.py" />
      <source>No mail server of {outside} was found in DNS, so port {port} can't be tried.</source>
      <translation>Im DNS wurde kein Mailserver von {outside} gefunden, daher lässt sich Port {port} nicht ausprobieren.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/outside.py" />
      <source>It is not needed while all mail leaves through the smart host.</source>
      <translation>Er wird nicht gebraucht, solange alle Mail über den Smarthost hinausgeht.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/outside.py" />
      <source>No smart host is used: mail goes straight to the servers of its recipients.</source>
      <translation>Es wird kein Smarthost verwendet: Mail geht direkt an die Server ihrer Empfänger.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/outside.py" />
      <source>No address was found for {host}.</source>
      <translation>Für {host} wurde keine Adresse gefunden.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/outside.py" />
      <source>{host}:{port} answers, encrypted, and {login}.</source>
      <translation>{host}:{port} antwortet verschlüsselt und {login}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/outside.py" />
      <source>{host}:{port} answers, not encrypted, and {login}.</source>
      <translation>{host}:{port} antwortet unverschlüsselt und {login}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/outside.py" />
      <source>{host}:{port} answers: {banner}</source>
      <translation>{host}:{port} antwortet: {banner}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/outside.py" />
      <source>{host} could not be looked up: {error}.</source>
      <translation>{host} ließ sich nicht nachschlagen: {error}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/outside.py" />
      <source>{host}:{port} does not take mail: {words}</source>
      <translation>{host}:{port} nimmt keine Mail an: {words}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/outside.py" />
      <source>{host}:{port} can't be reached: {strerror}.</source>
      <translation>{host}:{port} ist nicht erreichbar: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/outside.py" />
      <source>no answer came.</source>
      <translation>es kam keine Antwort.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/running.py" />
      <source>Not checked. {question}</source>
      <translation>Nicht geprüft. {question}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/running.py" />
      <source>No answer within {deadline_s:.0f} s.</source>
      <translation>Keine Antwort innerhalb von {deadline_s:.0f} s.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/running.py" />
      <source>Run the check again.</source>
      <translation>Führen Sie die Prüfung noch einmal aus.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/running.py" />
      <source>This could not be checked: {value}.</source>
      <translation>Dies ließ sich nicht prüfen: {value}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>Not checked: the server is not running.</source>
      <translation>Nicht geprüft: Der Server läuft nicht.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>Start it: Action &gt; Start, or posthousectl start.</source>
      <translation>Starten Sie ihn: Aktion &gt; Starten, oder posthousectl start.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>Run it: Action &gt; Test for Open Relay…, or posthousectl relay test.</source>
      <translation>Führen Sie ihn aus: Aktion &gt; Auf offenes Relay testen…, oder posthousectl relay test.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>It has run since {time:%Y-%m-%d %H:%M} (process {pid}), and obeys revision {revision}.</source>
      <translation>Er läuft seit {time:%Y-%m-%d %H:%M} (Prozess {pid}) und befolgt Revision {revision}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>It runs, but 1 alarm stands: {alarms}</source>
      <translation>Er läuft, aber es besteht 1 Alarm: {alarms}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>It runs, but {number} alarms stand: {alarms}</source>
      <translation>Er läuft, aber es bestehen {number} Alarme: {alarms}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>It answers at {shown} too. Whether a firewall lets other computers through only they can tell.</source>
      <translation>Er antwortet auch unter {shown}. Ob eine Firewall andere Computer durchlässt, können nur diese sagen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>{at}, revision {revision}: {sentence}</source>
      <translation>{at}, Revision {revision}: {sentence}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>{place} answers: {banner}.</source>
      <translation>{place} antwortet: {banner}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>{place} closes the connection without a word.</source>
      <translation>{place} schließt die Verbindung ohne ein Wort.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>The server has failed: {detail}</source>
      <translation>Der Server ist ausgefallen: {detail}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>Mend that, then start it again.</source>
      <translation>Beheben Sie das und starten Sie ihn dann wieder.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>Run the checks again in a moment.</source>
      <translation>Führen Sie die Prüfungen gleich noch einmal aus.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>The server is stopped: no mail is accepted, and none is delivered.</source>
      <translation>Der Server ist angehalten: Mail wird weder angenommen noch zugestellt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>It runs, but something is wrong: {fault}</source>
      <translation>Er läuft, aber etwas stimmt nicht: {fault}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>Correct the settings in SMTP Properties, or go back to a revision that worked (node History).</source>
      <translation>Berichtigen Sie die Einstellungen in den SMTP-Eigenschaften, oder kehren Sie zu einer Revision zurück, die funktioniert hat (Knoten Verlauf).</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>The node of the server shows what to do about each alarm.</source>
      <translation>Der Knoten des Servers zeigt, was bei jedem Alarm zu tun ist.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>It runs, but has not reported for {seconds:.0f} s.</source>
      <translation>Er läuft, hat sich aber seit {seconds:.0f} s nicht gemeldet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>It may hang, or the computer was asleep. If it stays so, restart it.</source>
      <translation>Vielleicht hängt er, oder der Computer war im Energiesparmodus. Starten Sie ihn neu, wenn es so bleibt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>The server listens nowhere: nobody can connect.</source>
      <translation>Der Server lauscht nirgends: Niemand kann sich verbinden.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>Add a listener in SMTP Properties, Inbound.</source>
      <translation>Fügen Sie in den SMTP-Eigenschaften, Eingehend, einen Listener hinzu.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>If a load balancer or Access Control names this computer's own address in SMTP Properties, Inbound, that may be why. Otherwise restart the server.</source>
      <translation>Wenn ein Load Balancer oder die Zugriffssteuerung in den SMTP-Eigenschaften, Eingehend, die eigene Adresse dieses Computers nennt, kann es daran liegen. Starten Sie sonst den Server neu.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>{listener} greets as it should be.</source>
      <translation>{listener} meldet sich, wie es sein soll.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>{listeners} greet as it should be.</source>
      <translation>{listeners} melden sich, wie es sein soll.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>Only programs on this computer can connect, since no listener has an address in the network.</source>
      <translation>Nur Programme auf diesem Computer können sich verbinden, denn kein Listener hat eine Adresse im Netz.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>If devices shall send through this server, add a listener with this computer's address in SMTP Properties, Inbound.</source>
      <translation>Wenn Geräte über diesen Server senden sollen, fügen Sie in den SMTP-Eigenschaften, Eingehend, einen Listener mit der Adresse dieses Computers hinzu.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>Look at SMTP Properties, Inbound (listeners and Access Control).</source>
      <translation>Sehen Sie in den SMTP-Eigenschaften unter Eingehend nach (Listener und Zugriffssteuerung).</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>This program is {own}; the running server is version {version}.</source>
      <translation>Dieses Programm ist {own}; der laufende Server hat die Version {version}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>Restart the server, so that both are of one version.</source>
      <translation>Starten Sie den Server neu, damit beide dieselbe Version haben.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>The server was never tested for being an open relay.</source>
      <translation>Der Server wurde noch nie auf offenes Relay getestet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>See SMTP Properties, Relay, and Who Can Relay? Then test again.</source>
      <translation>Siehe SMTP-Eigenschaften, Relay, und „Wer darf weiterleiten?“ Testen Sie danach noch einmal.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>{place} does not greet within {timeout_s:.0f} s.</source>
      <translation>{place} meldet sich nicht innerhalb von {timeout_s:.0f} s.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>{place} can't be reached: {strerror}.</source>
      <translation>{place} ist nicht erreichbar: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>The server is starting.</source>
      <translation>Der Server startet gerade.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>The server is stopping.</source>
      <translation>Der Server wird gerade beendet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>its log says why</source>
      <translation>sein Protokoll sagt, warum</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/diagnose/server.py" />
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/health.py" />
      <source>The disk of {root} is nearly full ({free} MiB free). Clients are told to try again later, until there is room; what was accepted is still delivered.</source>
      <translation>Der Datenträger von {root} ist fast voll ({free} MiB frei). Clients werden gebeten, es später wieder zu versuchen, bis Platz ist; was angenommen wurde, wird weiterhin zugestellt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/health.py" />
      <source>Clients are told to try again later: {error}</source>
      <translation>Clients werden gebeten, es später wieder zu versuchen: {error}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/health.py" />
      <source>The books of the spool do not balance: {accepted} recipients were accepted, and the sum of all that became of them differs by {difference}. Keep a copy of spool.db and report this.</source>
      <translation>Die Bilanz des Spools stimmt nicht: {accepted} Empfänger wurden angenommen, und die Summe dessen, was aus ihnen wurde, weicht um {difference} ab. Heben Sie eine Kopie von spool.db auf, und melden Sie das.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/health.py" />
      <source>The trace is not being written, and mail goes on without it: {fault}</source>
      <translation>Das Protokoll wird nicht geschrieben, und die E-Mails laufen ohne es weiter: {fault}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/health.py" />
      <source>The system gives this server no more open files, so that nobody can connect. Raise the limit of open files for it, or lower the number of concurrent connections in SMTP Properties, Inbound.</source>
      <translation>Das System gibt diesem Server keine weiteren offenen Dateien, sodass sich niemand verbinden kann. Erhöhen Sie für ihn die Grenze offener Dateien, oder senken Sie die Zahl gleichzeitiger Verbindungen unter SMTP-Eigenschaften, Eingehend.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/logs/journals.py" />
      <source>{lost:,} lines were lost: they came faster than they could be written.</source>
      <translation>{lost:,} Zeilen gingen verloren: Sie kamen schneller, als sie geschrieben werden konnten.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/logs/journals.py" />
      <source>The logs are incomplete; mail goes on. {fault}</source>
      <translation>Die Protokolldateien sind unvollständig; die E-Mails laufen weiter. {fault}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/mailboxes/content.py" />
      <source>
[The rest is left out here: save the message, or open it in a mail program.]</source>
      <translation>
[Der Rest ist hier weggelassen: Speichern Sie die Nachricht, oder öffnen Sie sie in einem Mailprogramm.]</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/mailboxes/content.py" />
      <source>This message is built in a way that can't be taken apart.</source>
      <translation>Diese Nachricht ist so aufgebaut, dass sie sich nicht zerlegen lässt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/mailboxes/place.py" />
      <source>the directory names a folder outside the mail folder</source>
      <translation>das Verzeichnis nennt einen Ordner außerhalb des Mailordners</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/mailboxes/reading.py" />
      <source>The message {key} is not in the mailbox any more.</source>
      <translation>Die Nachricht {key} ist nicht mehr im Postfach.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/addresses.py" />
      <source>The closing angle bracket is missing.</source>
      <translation>Die schließende spitze Klammer fehlt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/addresses.py" />
      <source>{text!r} is an address literal; mail is accepted for domain names only.</source>
      <translation>{text!r} ist ein Adressliteral; Mail wird nur für Domänennamen angenommen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/addresses.py" />
      <source>A domain name has between 1 and 255 characters.</source>
      <translation>Ein Domänenname hat zwischen 1 und 255 Zeichen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/addresses.py" />
      <source>{text!r} is not a domain name such as example.com.</source>
      <translation>{text!r} ist kein Domänenname wie example.com.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/addresses.py" />
      <source>{text!r} looks like an IP address, not like a domain name.</source>
      <translation>{text!r} sieht wie eine IP-Adresse aus, nicht wie ein Domänenname.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/addresses.py" />
      <source>A local part has between 1 and 64 characters.</source>
      <translation>Ein lokaler Teil hat zwischen 1 und 64 Zeichen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/addresses.py" />
      <source>A local part has printable characters only.</source>
      <translation>Ein lokaler Teil hat nur druckbare Zeichen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/addresses.py" />
      <source>Nothing but parameters may follow the address.</source>
      <translation>Nach der Adresse dürfen nur Parameter folgen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/addresses.py" />
      <source>{text!r} has a badly quoted local part.</source>
      <translation>{text!r} hat einen lokalen Teil mit falschen Anführungszeichen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/addresses.py" />
      <source>{text!r} has no domain; an address looks like name@example.com.</source>
      <translation>{text!r} hat keine Domäne; eine Adresse sieht aus wie name@example.com.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/addresses.py" />
      <source>{text!r} has a local part with characters that must be quoted.</source>
      <translation>{text!r} hat einen lokalen Teil mit Zeichen, die in Anführungszeichen stehen müssen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/addresses.py" />
      <source>The address must stand in angle brackets.</source>
      <translation>Die Adresse muss in spitzen Klammern stehen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/addresses.py" />
      <source>The source route is malformed.</source>
      <translation>Die Quellroute ist fehlerhaft.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/addresses.py" />
      <source>{text!r} is not a valid internationalised domain name.</source>
      <translation>{text!r} ist kein gültiger internationalisierter Domänenname.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/comparison.py" />
      <location filename="../../../server/posthouse_server/store/explanations.py" />
      <location filename="../../../server/posthouse_server/store/preview.py" />
      <source>relayed</source>
      <translation>weitergeleitet</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/comparison.py" />
      <source>{client}{login} from {sender} to &lt;{recipient}&gt;, {times}: {what}.</source>
      <translation>{client}{login} von {sender} an &lt;{recipient}&gt;, {times}: {what}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/comparison.py" />
      <source>, logged in as {login},</source>
      <translation>, angemeldet als {login},</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/comparison.py" />
      <source>once</source>
      <translation>einmal</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/comparison.py" />
      <source>{number:,} times</source>
      <translation>{number:,}-mal</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/comparison.py" />
      <source>senders at {sender}</source>
      <translation>Absendern bei {sender}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/comparison.py" />
      <source>{before} until now, {after} from now on</source>
      <translation>bisher {before}, künftig {after}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>Sender and recipient are well-formed.</source>
      <translation>Absender und Empfänger sind wohlgeformt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>Mail relay is switched off for everybody.</source>
      <translation>Das Relay ist für alle ausgeschaltet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>Mail relay is enabled.</source>
      <translation>Das Relay ist aktiviert.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>Relay for authenticated senders is not ticked.</source>
      <translation>Relay für authentifizierte Absender ist nicht angehakt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>The client has not logged in.</source>
      <translation>Der Client hat sich nicht angemeldet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>Relay for privileged IP ranges is not ticked.</source>
      <translation>Relay für privilegierte IP-Bereiche ist nicht angehakt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>Relay for local sender addresses is not ticked.</source>
      <translation>Relay für lokale Absenderadressen ist nicht angehakt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>The sender is not an address of an enabled mailbox here.</source>
      <translation>Der Absender ist keine Adresse eines aktivierten Postfachs hier.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>None of the ticked relay options applies.</source>
      <translation>Keine der angehakten Relay-Optionen trifft zu.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>{} is allowed by the Access Control entry {}.</source>
      <translation>{} ist durch den Eintrag {} der Zugriffssteuerung zugelassen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>{} belongs to the mailbox {}, which is disabled.</source>
      <translation>{} gehört zum Postfach {}, das deaktiviert ist.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <location filename="../../../server/posthouse_server/policy/sender_rules.py" />
      <source>{} is an address of the mailbox {}.</source>
      <translation>{} ist eine Adresse des Postfachs {}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>The catch-all of {} takes it.</source>
      <translation>Das Sammelpostfach (Catch-all) von {} nimmt sie an.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>{} is local, but nobody has the address {}.</source>
      <translation>{} ist lokal, aber niemand hat die Adresse {}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>{} is local, and unknown recipients are accepted.</source>
      <translation>{} ist lokal, und unbekannte Empfänger werden angenommen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>The client has logged in as {}.</source>
      <translation>Der Client hat sich als {} angemeldet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>{} is in the privileged IP range {}, but that ended at {:%Y-%m-%d %H:%M} UTC.</source>
      <translation>{} ist im privilegierten IP-Bereich {}, aber der ist am {:%Y-%m-%d %H:%M} UTC abgelaufen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>{} is in no privileged IP range that is in force.</source>
      <translation>{} ist in keinem privilegierten IP-Bereich, der gerade gilt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>{} is in the privileged IP range {}, but {}.</source>
      <translation>{} ist im privilegierten IP-Bereich {}, aber {}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>The sender {} is a local address.</source>
      <translation>Der Absender {} ist eine lokale Adresse.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>{} is banned by the Access Control entry {}.</source>
      <translation>{} ist durch den Eintrag {} der Zugriffssteuerung gesperrt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>{} is not among the only addresses allowed by Access Control.</source>
      <translation>{} gehört nicht zu den Adressen, die die Zugriffssteuerung allein zulässt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>{} is not postmaster.</source>
      <translation>{} ist nicht postmaster.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>{} is not in the address map.</source>
      <translation>{} steht nicht in der Adresszuordnung.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>{} is the address of a group.</source>
      <translation>{} ist die Adresse einer Gruppe.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>The catch-all of {} does not count: all catchalls are disabled.</source>
      <translation>Das Sammelpostfach (Catch-all) von {} zählt nicht: Alle Sammelpostfächer sind deaktiviert.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>{} has no catch-all.</source>
      <translation>{} hat kein Sammelpostfach (Catch-all).</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>{} is in the privileged IP range {}.</source>
      <translation>{} ist im privilegierten IP-Bereich {}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>that ended at {time:%Y-%m-%d %H:%M} UTC</source>
      <translation>der ist am {time:%Y-%m-%d %H:%M} UTC abgelaufen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>{} names this server, so it is judged as {}.</source>
      <translation>{} nennt diesen Server und wird daher wie {} beurteilt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>{} is not banned by Access Control.</source>
      <translation>{} ist durch die Zugriffssteuerung nicht gesperrt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>Postmaster is always accepted.</source>
      <translation>Postmaster wird immer angenommen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <location filename="../../../server/posthouse_server/policy/literals.py" />
      <source>The local part {!r} asks for routing through this server.</source>
      <translation>Der lokale Teil {!r} verlangt eine Weiterleitung über diesen Server.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>The group {} has no members.</source>
      <translation>Die Gruppe {} hat keine Mitglieder.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>that is in force {hours} only</source>
      <translation>der gilt nur {hours}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>that is only for the senders {senders}</source>
      <translation>der gilt nur für die Absender {senders}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source>{} is not a domain of this server, so this is relaying.</source>
      <translation>{} ist keine Domäne dieses Servers, also wäre es Weiterleiten.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/decision.py" />
      <source> and others</source>
      <translation> und andere</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/ends.py" />
      <source>delivered to {before} until now, to {after} from now on</source>
      <translation>bisher an {before} zugestellt, künftig an {after}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/ends.py" />
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>{names} and {number:,} more</source>
      <translation>{names} und {number:,} weitere</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/ends.py" />
      <source>{names} and {last}</source>
      <translation>{names} und {last}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/ends.py" />
      <source>returned to the sender until now, delivered to {after} from now on</source>
      <translation>bisher an den Absender zurückgesandt, künftig an {after} zugestellt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/ends.py" />
      <source>delivered to {before} until now, returned to the sender from now on</source>
      <translation>bisher an {before} zugestellt, künftig an den Absender zurückgesandt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/ends.py" />
      <source>{name} on another server</source>
      <translation>{name} auf einem anderen Server</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/explanation.py" />
      <source>Refused outright</source>
      <translation>Sofort abgelehnt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/explanation.py" />
      <source>Local recipient</source>
      <translation>Lokaler Empfänger</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure.py" />
      <source>The exposure stays as it is. {before}</source>
      <translation>Die Angriffsfläche bleibt gleich. {before}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure.py" />
      <source>The exposure changes, though its sentence does not: {before}</source>
      <translation>Die Angriffsfläche ändert sich, nur ihr Satz nicht: {before}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure.py" />
      <source>Exposure before: {before} After: {after}</source>
      <translation>Angriffsfläche vorher: {before} Nachher: {after}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure.py" />
      <source>{said} Addresses that come: {came:,}; that go: {went:,}.</source>
      <translation>{said} Adressen, die hinzukommen: {came:,}; die wegfallen: {went:,}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure.py" />
      <source>{said} The conditions or the entries are others.</source>
      <translation>{said} Die Bedingungen oder die Einträge sind andere.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure.py" />
      <source>Enable Mail Relay is off.</source>
      <translation>„Mail-Relay aktivieren“ ist aus.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure.py" />
      <source>The server has no listeners.</source>
      <translation>Der Server hat keine Listener.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure.py" />
      <source>Every listener requires a login.</source>
      <translation>Jeder Listener verlangt eine Anmeldung.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>{addresses} can relay without a password.</source>
      <translation>{addresses} können ohne Kennwort weiterleiten.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>{who} in the privileged IP ranges {names}{only}.</source>
      <translation>{who} in den privilegierten IP-Bereichen {names}{only}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>{who}, by writing MAIL FROM:&lt;{address}&gt; or another address of this server.</source>
      <translation>{who}, mit MAIL FROM:&lt;{address}&gt; oder einer anderen Adresse dieses Servers.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>Whoever connects from {whom} can pretend to be any client.</source>
      <translation>Wer sich über {whom} verbindet, kann sich als beliebiger Client ausgeben.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>without a password</source>
      <translation>ohne Kennwort</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>Open to the Internet: anyone can relay {how}{when}.</source>
      <translation>Offen zum Internet: Jeder kann {how} weiterleiten{when}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>{address} can relay without a password.</source>
      <translation>{address} kann ohne Kennwort weiterleiten.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>{number:,} public addresses</source>
      <translation>{number:,} öffentliche Adressen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>{number:,} private addresses</source>
      <translation>{number:,} private Adressen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>, but only {condition}</source>
      <translation>, aber nur {condition}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>{who} in the privileged IP range {name}{only}.</source>
      <translation>{who} im privilegierten IP-Bereich {name}{only}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>the load balancer {name}</source>
      <translation>den Load Balancer {name}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>the load balancers {names}</source>
      <translation>die Load Balancer {names}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>Anyone on the Internet</source>
      <translation>Jeder im Internet</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>by writing MAIL FROM:&lt;{sender}&gt;</source>
      <translation>durch Angabe von MAIL FROM:&lt;{sender}&gt;</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>by pretending to be another client</source>
      <translation>unter der Adresse eines anderen Clients</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>, {hours} only</source>
      <translation>, nur {hours}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>More than a trillion public addresses</source>
      <translation>Mehr als eine Billion öffentliche Adressen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>More than a trillion private addresses</source>
      <translation>Mehr als eine Billion private Adressen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>1 private address</source>
      <translation>1 private Adresse</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>with the sender {sender}</source>
      <translation>mit dem Absender {sender}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>with the senders {senders}</source>
      <translation>mit den Absendern {senders}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/exposure_words.py" />
      <source>Closed: nobody can relay without a password.</source>
      <translation>Geschlossen: Niemand kann ohne Kennwort weiterleiten.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/habits.py" />
      <source>{who} stands out: {accepted:,} recipients{begin}, {compared}.</source>
      <translation>{who} fällt auf: {accepted:,} Empfänger{begin}, {compared}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/habits.py" />
      <source>Quiet: nobody sends far above the usual rate. {accepted:,} recipients were accepted and {refused:,} refused.</source>
      <translation>Ruhig: Niemand sendet weit über der üblichen Rate. {accepted:,} Empfänger wurden angenommen und {refused:,} abgelehnt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/habits.py" />
      <source> since {since}</source>
      <translation> seit {since}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/habits.py" />
      <source>and was never seen before</source>
      <translation>und vorher nie gesehen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/habits.py" />
      <source>Quiet: nothing was recorded in this time.</source>
      <translation>Ruhig: In dieser Zeit wurde nichts aufgezeichnet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/habits.py" />
      <source>and nothing was accepted from it before</source>
      <translation>und vorher wurde von dort nichts angenommen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/habits.py" />
      <source>{times:,.0f} times its usual rate</source>
      <translation>das {times:,.0f}-Fache der üblichen Rate</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/hours.py" />
      <source>{text!r} is not hours of the week such as mon-fri 08:00-18:00</source>
      <translation>{text!r} sind keine Wochenzeiten wie mon-fri 08:00-18:00</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/hours.py" />
      <source>{text!r} begins at 24:00; write 00:00 of the next day</source>
      <translation>{text!r} beginnt um 24:00; schreiben Sie 00:00 des nächsten Tages</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/hours.py" />
      <source>{text!r} has a time that no clock shows; times go from 00:00 to 24:00</source>
      <translation>{text!r} enthält eine Uhrzeit, die es nicht gibt; Zeiten gehen von 00:00 bis 24:00</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/literals.py" />
      <source>{text!r} is not an address literal such as name@[192.0.2.1].</source>
      <translation>{text!r} ist kein Adressliteral wie name@[192.0.2.1].</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/literals.py" />
      <source>{} is not a listener's address of this server, so this is relaying.</source>
      <translation>{} ist keine Adresse eines Listeners dieses Servers, also wäre es Weiterleiten.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/literals.py" />
      <source>{} is no public address; nothing is sent there.</source>
      <translation>{} ist keine öffentliche Adresse; dorthin wird nichts gesendet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/literals.py" />
      <source>{} is a public address.</source>
      <translation>{} ist eine öffentliche Adresse.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/narrowing.py" />
      <location filename="../../../server/posthouse_server/store/preview_effect.py" />
      <source>{number:,} recipients</source>
      <translation>{number:,} Empfänger</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/narrowing.py" />
      <source>{kept:,} of its 1 client seen in {days} days are covered by narrower entries</source>
      <translation>{kept:,} von dem 1 Client, der in {days} Tagen gesehen wurde, sind durch engere Einträge abgedeckt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/narrowing.py" />
      <source>1 other client ({names}; {sent}) would be refused</source>
      <translation>1 anderer Client ({names}; {sent}) würde abgelehnt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/narrowing.py" />
      <source>{lost:,} other clients ({names}; {sent}) would be refused</source>
      <translation>{lost:,} andere Clients ({names}; {sent}) würden abgelehnt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/narrowing.py" />
      <source>its client seen in {days} days is covered by narrower entries; nobody would be refused</source>
      <translation>der Client, der in {days} Tagen gesehen wurde, ist durch engere Einträge abgedeckt; niemand würde abgelehnt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/narrowing.py" />
      <source>its {seen:,} clients seen in {days} days are covered by narrower entries; nobody would be refused</source>
      <translation>die {seen:,} Clients, die in {days} Tagen gesehen wurden, sind durch engere Einträge abgedeckt; niemand würde abgelehnt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/narrowing.py" />
      <source>1 of its {seen:,} clients seen in {days} days is covered by narrower entries</source>
      <translation>1 der {seen:,} Clients, die in {days} Tagen gesehen wurden, ist durch engere Einträge abgedeckt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/narrowing.py" />
      <source>{kept:,} of its {seen:,} clients seen in {days} days are covered by narrower entries</source>
      <translation>{kept:,} der {seen:,} Clients, die in {days} Tagen gesehen wurden, sind durch engere Einträge abgedeckt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/networks.py" />
      <source>{text!r} spans IPv6 and IPv4-mapped addresses; name the two separately</source>
      <translation>{text!r} umfasst IPv6- und IPv4-mapped-Adressen; nennen Sie beide getrennt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/networks.py" />
      <source>{text!r} is not a wildcard range; only whole last parts may be *, as in 10.0.*</source>
      <translation>{text!r} ist kein Bereich mit Platzhaltern; nur ganze letzte Teile dürfen * sein, wie in 10.0.*</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/networks.py" />
      <source>{text!r} has a part above 255</source>
      <translation>{text!r} hat einen Teil über 255</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/networks.py" />
      <source>{text!r} is not an IP address such as 10.0.4.17 or 2001:db8::17</source>
      <translation>{text!r} ist keine IP-Adresse wie 10.0.4.17 oder 2001:db8::17</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/networks.py" />
      <source>{text!r} mixes IPv4 and IPv6; both ends must be of the same kind</source>
      <translation>{text!r} mischt IPv4 und IPv6; beide Enden müssen von derselben Art sein</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/networks.py" />
      <source>{text!r} runs backwards; write {high}-{low}</source>
      <translation>{text!r} läuft rückwärts; schreiben Sie {high}-{low}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/networks.py" />
      <source>{text!r} is not an address or range; write 10.0.4.17, 10.0.4.0/24, 10.0.4.1-10.0.4.9 or 10.0.*</source>
      <translation>{text!r} ist keine Adresse und kein Bereich; schreiben Sie 10.0.4.17, 10.0.4.0/24, 10.0.4.1-10.0.4.9 oder 10.0.*</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/networks.py" />
      <source>{text!r} has bits behind the mask; write {network} for the network</source>
      <translation>{text!r} hat Bits hinter der Maske; schreiben Sie {network} für das Netz</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/networks.py" />
      <source>{text!r} is not a network such as 10.0.4.0/24</source>
      <translation>{text!r} ist kein Netz wie 10.0.4.0/24</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>The other rules are looked at only then.</source>
      <translation>Die übrigen Regeln werden erst dann geprüft.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Take {matching} off the blocked senders</source>
      <translation>{matching} aus den blockierten Absendern nehmen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Allowed after mail to {recipient} was refused</source>
      <translation>Zugelassen, nachdem Mail an {recipient} abgelehnt wurde</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Log in instead</source>
      <translation>Stattdessen anmelden</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>The client program gives the name and password of a mailbox of this server.{ticks}</source>
      <translation>Das Clientprogramm gibt Name und Kennwort eines Postfachs dieses Servers an.{ticks}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source> This needs {missing}, which are off now.</source>
      <translation> Dazu sind {missing} nötig, die jetzt aus sind.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source> This needs {missing}, which is off now.</source>
      <translation> Dazu ist {missing} nötig; das ist jetzt aus.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Take {named} off the banned addresses of Access Control</source>
      <translation>{named} aus den gesperrten Adressen der Zugriffssteuerung nehmen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Every sender of {domain}: there is no entry for this one alone</source>
      <translation>Jeder Absender von {domain}: Für diesen allein gibt es keinen Eintrag</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Only this sender</source>
      <translation>Nur dieser Absender</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Give a mailbox the address {recipient}</source>
      <translation>Einem Postfach die Adresse {recipient} geben</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Then mail to this address arrives there.</source>
      <translation>Dann kommt Mail an diese Adresse dort an.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Security refuses senders of local domains to clients that have not logged in.</source>
      <translation>Die Sicherheit lehnt Absender lokaler Domänen bei Clients ab, die sich nicht angemeldet haben.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Write an own address as sender</source>
      <translation>Eine eigene Adresse als Absender angeben</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Security refuses senders that are not of the mailbox itself.</source>
      <translation>Die Sicherheit lehnt Absender ab, die nicht zum Postfach selbst gehören.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Write a domain instead of the IP address</source>
      <translation>Statt der IP-Adresse eine Domäne angeben</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Mail to an IP address is sent only if the address is public; in a network of your own, a name or a smart host leads there.</source>
      <translation>Mail an eine IP-Adresse wird nur gesendet, wenn diese öffentlich ist; im eigenen Netz führt ein Name oder ein Smarthost dorthin.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Enable the mailbox</source>
      <translation>Postfach aktivieren</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Its address is known, but it is disabled.</source>
      <translation>Seine Adresse ist bekannt, aber es ist deaktiviert.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Let {client} relay for 2 hours</source>
      <translation>{client} 2 Stunden lang weiterleiten lassen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Only this client, and the entry ends by itself.{ticks}</source>
      <translation>Nur dieser Client, und der Eintrag endet von selbst.{ticks}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Let {client} relay for ever</source>
      <translation>{client} für immer weiterleiten lassen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Only this client, with any sender, until somebody removes the entry.{ticks}</source>
      <translation>Nur dieser Client, mit jedem Absender, bis jemand den Eintrag entfernt.{ticks}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Let clients relay that have logged in</source>
      <translation>Angemeldete Clients weiterleiten lassen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>{login} has logged in, but that does not count.{ticks}</source>
      <translation>{login} hat sich angemeldet, aber das zählt nicht.{ticks}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Enable Mail Relay</source>
      <translation>Mail-Relay aktivieren</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>All {number:,} addresses there may connect again. {then}</source>
      <translation>Alle {number:,} Adressen dort dürfen sich wieder verbinden. {then}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Only this client. {then}</source>
      <translation>Nur dieser Client. {then}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Let {client} alone out of the banned {named}</source>
      <translation>Nur {client} aus den gesperrten {named} herausnehmen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Only this client; the others stay banned. {then}</source>
      <translation>Nur dieser Client; die übrigen bleiben gesperrt. {then}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Accept unknown recipients</source>
      <translation>Unbekannte Empfänger annehmen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>For every address of every domain of this server: what nobody has is accepted, and bounces later.</source>
      <translation>Für jede Adresse jeder Domäne dieses Servers: Was niemandem gehört, wird angenommen und kommt später als unzustellbar zurück.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Let {client} relay for the sender {sender} only</source>
      <translation>{client} nur für den Absender {sender} weiterleiten lassen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>For ever, but only this client with this sender.{ticks}</source>
      <translation>Für immer, aber nur dieser Client mit diesem Absender.{ticks}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Add {client} to the addresses that Access Control allows</source>
      <translation>{client} zu den Adressen hinzufügen, die die Zugriffssteuerung zulässt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Name a default mail domain</source>
      <translation>Standard-Maildomäne angeben</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>In SMTP Properties, General: mail for an IP address of this server goes to that domain.</source>
      <translation>In den SMTP-Eigenschaften, Allgemein: Mail für eine IP-Adresse dieses Servers geht an diese Domäne.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>Accept unknown recipients of the domain</source>
      <translation>Unbekannte Empfänger der Domäne annehmen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/remedies.py" />
      <source>In the properties of the domain, which refuses them whatever Security says. What nobody has is accepted then, and bounces later.</source>
      <translation>In den Eigenschaften der Domäne, die sie ablehnt, was immer unter Sicherheit steht. Was niemandem gehört, wird dann angenommen und kommt später als unzustellbar zurück.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Malformed address</source>
      <translation>Fehlerhafte Adresse</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Access control</source>
      <translation>Zugriffssteuerung</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Blocked sender</source>
      <translation>Blockierter Absender</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Address spoofing</source>
      <translation>Gefälschte Adresse</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Sender of another mailbox</source>
      <translation>Absender eines anderen Postfachs</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Postmaster</source>
      <translation>Postmaster</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Address map</source>
      <translation>Adresszuordnung</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Mailbox disabled</source>
      <translation>Postfach deaktiviert</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Routing in the local part</source>
      <translation>Routing im lokalen Teil</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Unknown local recipient</source>
      <translation>Unbekannter lokaler Empfänger</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Local domain</source>
      <translation>Lokale Domäne</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>No public address</source>
      <translation>Keine öffentliche Adresse</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Mail relay disabled</source>
      <translation>Mail-Relay deaktiviert</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Authenticated sender</source>
      <translation>Authentifizierter Absender</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Privileged IP range</source>
      <translation>Privilegierter IP-Bereich</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Local sender address</source>
      <translation>Lokale Absenderadresse</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>No relay option applies</source>
      <translation>Keine Relay-Option trifft zu</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Too many connections</source>
      <translation>Zu viele Verbindungen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>No room on the disk</source>
      <translation>Kein Platz auf dem Datenträger</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Slowed down instead of banned</source>
      <translation>Verlangsamt statt gesperrt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Banned after repeated failures</source>
      <translation>Nach wiederholten Fehlern gesperrt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Talked before the greeting</source>
      <translation>Vor der Begrüßung gesprochen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Login failed</source>
      <translation>Anmeldung fehlgeschlagen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Login required</source>
      <translation>Anmeldung erforderlich</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Internationalised address</source>
      <translation>Internationalisierte Adresse</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Too many recipients</source>
      <translation>Zu viele Empfänger</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Too many recipients per hour</source>
      <translation>Zu viele Empfänger pro Stunde</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Message too large</source>
      <translation>Nachricht zu groß</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Invalid sender domain</source>
      <translation>Ungültige Absenderdomäne</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>No PTR entry</source>
      <translation>Kein PTR-Eintrag</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>DNS blacklist</source>
      <translation>DNS-Blacklist</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/rules.py" />
      <source>Mailbox full</source>
      <translation>Postfach voll</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/sender_rules.py" />
      <source>The sender is empty, as in bounces.</source>
      <translation>Der Absender ist leer, wie bei Unzustellbarkeitsmeldungen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/sender_rules.py" />
      <source>{} is not a blocked sender.</source>
      <translation>{} ist kein blockierter Absender.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/sender_rules.py" />
      <source>{} is of a domain of this server, and the client has not logged in.</source>
      <translation>{} gehört zu einer Domäne dieses Servers, und der Client hat sich nicht angemeldet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/sender_rules.py" />
      <source>The domain {} is a blocked sender.</source>
      <translation>Die Domäne {} ist ein blockierter Absender.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/sender_rules.py" />
      <source>{} is a blocked sender.</source>
      <translation>{} ist ein blockierter Absender.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/sender_rules.py" />
      <source>The sender is not of a domain of this server.</source>
      <translation>Der Absender gehört nicht zu einer Domäne dieses Servers.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/sender_rules.py" />
      <source>{} is of a domain of this server, but the client has logged in.</source>
      <translation>{} gehört zu einer Domäne dieses Servers, aber der Client hat sich angemeldet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/sender_rules.py" />
      <source>{} is of a domain of this server, but the client is privileged.</source>
      <translation>{} gehört zu einer Domäne dieses Servers, aber der Client ist privilegiert.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/sender_rules.py" />
      <source>{} is not an address of the mailbox {}.</source>
      <translation>{} ist keine Adresse des Postfachs {}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/verdicts.py" />
      <source>{} is local and refuses unknown recipients by its own properties; nobody has the address {}.</source>
      <translation>{} ist lokal und lehnt nach eigenen Eigenschaften unbekannte Empfänger ab; niemand hat die Adresse {}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/policy/verdicts.py" />
      <source>{} is this server itself, which has no default mail domain to which mail for an IP address could go.</source>
      <translation>{} ist dieser Server selbst, und er hat keine Standard-Maildomäne, an die Mail für eine IP-Adresse gehen könnte.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/attack.py" />
      <source>documentation address</source>
      <translation>Dokumentationsadresse</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/attack.py" />
      <source>Any form</source>
      <translation>Jede Form</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/attack.py" />
      <source>Taken for a mailbox here, {places}, and not relayed.</source>
      <translation>Für ein Postfach hier angenommen, {places}, und nicht weitergeleitet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/attack.py" />
      <source>{note} Instead {address} ({kind}) has tried all forms.</source>
      <translation>{note} Stattdessen hat {address} ({kind}) alle Formen versucht.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/attack.py" />
      <source>{note} No other stranger can connect over IPv{version} either, so nobody has tried.</source>
      <translation>{note} Auch kein anderer Fremder kann sich über IPv{version} verbinden, daher hat es niemand versucht.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/attack.py" />
      <source>{place}, implicit TLS</source>
      <translation>{place}, implizites TLS</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/attack.py" />
      <source>{place}, after STARTTLS</source>
      <translation>{place}, nach STARTTLS</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/attack.py" />
      <source>{place}, in the clear</source>
      <translation>{place}, unverschlüsselt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/attack.py" />
      <source>Would have been relayed to {recipients}.</source>
      <translation>Wäre an {recipients} weitergeleitet worden.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/attack.py" />
      <source>The form {form} could not be tried at {way} ({error}), so this test proves nothing.</source>
      <translation>Die Form {form} konnte bei {way} nicht versucht werden ({error}), daher beweist dieser Test nichts.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/attack.py" />
      <source>Not tested: turned away at the connection.</source>
      <translation>Nicht getestet: schon bei der Verbindung abgewiesen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/attack.py" />
      <source>The listener {place} promises STARTTLS and refuses it, so this test proves nothing.</source>
      <translation>Der Listener {place} verspricht STARTTLS und lehnt es ab, daher beweist dieser Test nichts.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/attack.py" />
      <source>The server answered the form {form} with {code}, so this test proves nothing.</source>
      <translation>Der Server hat auf die Form {form} mit {code} geantwortet, daher beweist dieser Test nichts.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/attack.py" />
      <source>The server hung up on the form {form}, so this test proves nothing.</source>
      <translation>Der Server hat bei der Form {form} die Verbindung getrennt, daher beweist dieser Test nichts.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/attack.py" />
      <source>Accepted, and nobody knows where it would have gone.</source>
      <translation>Angenommen, und niemand weiß, wohin es gegangen wäre.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/attack.py" />
      <source>{address} (which nobody has)</source>
      <translation>{address} (die niemand hat)</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Plain</source>
      <translation>Schlicht</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Empty sender</source>
      <translation>Leerer Absender</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Local sender</source>
      <translation>Lokaler Absender</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Local sender, upper case</source>
      <translation>Lokaler Absender, Großbuchstaben</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Unknown local sender</source>
      <translation>Unbekannter lokaler Absender</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Sender without domain</source>
      <translation>Absender ohne Domäne</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Postmaster as sender</source>
      <translation>Postmaster als Absender</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Bare postmaster as sender</source>
      <translation>Bloßer Postmaster als Absender</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Sender at the host name</source>
      <translation>Absender unter dem Hostnamen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Sender at localhost</source>
      <translation>Absender unter localhost</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Local sender in a source route</source>
      <translation>Lokaler Absender in einer Quellroute</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Sender with a local percent</source>
      <translation>Absender mit lokalem Prozentzeichen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Same address twice</source>
      <translation>Zweimal dieselbe Adresse</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Percent hack</source>
      <translation>Prozent-Trick</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Percent hack at the host</source>
      <translation>Prozent-Trick unter dem Hostnamen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Percent hack, bare</source>
      <translation>Prozent-Trick, bloß</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Double percent hack</source>
      <translation>Doppelter Prozent-Trick</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Bang path</source>
      <translation>Bang-Pfad</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Bang path at local</source>
      <translation>Bang-Pfad unter lokaler Domäne</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Bang path through local</source>
      <translation>Bang-Pfad durch lokale Domäne</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Bang and percent mixed</source>
      <translation>Bang-Pfad und Prozent gemischt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Quoted address</source>
      <translation>Adresse in Anführungszeichen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Quoted address at local</source>
      <translation>Adresse in Anführungszeichen unter lokaler Domäne</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Quoted percent hack</source>
      <translation>Prozent-Trick in Anführungszeichen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Quoted local part</source>
      <translation>Lokaler Teil in Anführungszeichen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Doubled domain, local last</source>
      <translation>Doppelte Domäne, lokale zuletzt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Doubled domain, foreign last</source>
      <translation>Doppelte Domäne, fremde zuletzt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Foreign literal</source>
      <translation>Fremdes Literal</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Foreign IPv6 literal</source>
      <translation>Fremdes IPv6-Literal</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Source route</source>
      <translation>Quellroute</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Source route by the host</source>
      <translation>Quellroute über den Hostnamen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Source route of two</source>
      <translation>Quellroute über zwei</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Source route with percent</source>
      <translation>Quellroute mit Prozentzeichen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Without brackets</source>
      <translation>Ohne Klammern</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Opening bracket only</source>
      <translation>Nur öffnende Klammer</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Double brackets</source>
      <translation>Doppelte Klammern</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Trailing dot</source>
      <translation>Punkt am Ende</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Upper case</source>
      <translation>Großbuchstaben</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Space before the bracket</source>
      <translation>Leerzeichen vor der Klammer</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Spaces inside</source>
      <translation>Leerzeichen darin</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Tab inside</source>
      <translation>Tabulator darin</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Comment inside</source>
      <translation>Kommentar darin</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Two addresses</source>
      <translation>Zwei Adressen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Local name with foreign route</source>
      <translation>Lokaler Name mit fremder Route</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Parameter ORCPT</source>
      <translation>Parameter ORCPT</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Parameter NOTIFY</source>
      <translation>Parameter NOTIFY</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Parameter AUTH</source>
      <translation>Parameter AUTH</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Parameter SIZE</source>
      <translation>Parameter SIZE</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Parameter BODY</source>
      <translation>Parameter BODY</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>UTF-7 at sign</source>
      <translation>At-Zeichen in UTF-7</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Encoded word</source>
      <translation>Kodiertes Wort</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Hexadecimal at sign</source>
      <translation>Hexadezimales At-Zeichen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Escaped at sign</source>
      <translation>Maskiertes At-Zeichen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>International domain</source>
      <translation>Internationale Domäne</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Full-width at sign</source>
      <translation>Breites At-Zeichen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Full-width at sign at local</source>
      <translation>Breites At-Zeichen unter lokaler Domäne</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>International address</source>
      <translation>Internationale Adresse</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Greets as localhost</source>
      <translation>Grüßt als localhost</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Greets as the server</source>
      <translation>Grüßt als der Server</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Greets as loopback, HELO</source>
      <translation>Grüßt als Loopback, HELO</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Greets as a local domain</source>
      <translation>Grüßt als lokale Domäne</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Sender at {literal}</source>
      <translation>Absender unter {literal}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Percent hack at {literal}</source>
      <translation>Prozent-Trick unter {literal}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Bang path at {literal}</source>
      <translation>Bang-Pfad unter {literal}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Quoted address at {literal}</source>
      <translation>Adresse in Anführungszeichen unter {literal}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Source route by {literal}</source>
      <translation>Quellroute über {literal}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>Greets as {literal}</source>
      <translation>Grüßt als {literal}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/forms.py" />
      <source>{name}, local sender</source>
      <translation>{name}, lokaler Absender</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/runner.py" />
      <source>The server was stopped before the test was done. Start it and test again.</source>
      <translation>Der Server wurde beendet, bevor der Test fertig war. Starten Sie ihn, und testen Sie noch einmal.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/runner.py" />
      <source>The server ended before the test did.</source>
      <translation>Der Server endete vor dem Test.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/runner.py" />
      <source>{sentence} The open relay test of revision {revision} shows each. Narrow what SMTP Properties, Relay allows, and test again.</source>
      <translation>{sentence} Der Test auf offenes Relay von Revision {revision} zeigt jeden davon. Schränken Sie ein, was SMTP-Eigenschaften, Relay erlaubt, und testen Sie noch einmal.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/runner.py" />
      <source>All domains that could serve as foreign ones are the server's own, so nothing can be tested.</source>
      <translation>Alle Domänen, die als fremde dienen könnten, gehören dem Server selbst, daher kann nichts getestet werden.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/runner.py" />
      <source>The server failed in the middle of some forms, so this test proves nothing; the log says why.</source>
      <translation>Der Server ist mitten in einigen Formen gescheitert, daher beweist dieser Test nichts; die Protokolldatei sagt, warum.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/runner.py" />
      <source>The test failed; the log says why.</source>
      <translation>Der Test ist gescheitert; die Protokolldatei sagt, warum.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/runner.py" />
      <source>after revision {revision}</source>
      <translation>nach Revision {revision}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/strangers.py" />
      <source>other address</source>
      <translation>andere Adresse</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/strangers.py" />
      <source>public address</source>
      <translation>öffentliche Adresse</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/strangers.py" />
      <source>private address</source>
      <translation>private Adresse</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/strangers.py" />
      <source>in a privileged IP range that is not in force</source>
      <translation>in einem privilegierten IP-Bereich, der nicht gilt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/relay_test/strangers.py" />
      <source>neighbour of a privileged IP range</source>
      <translation>Nachbar eines privilegierten IP-Bereichs</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/reload.py" />
      <source>{error} The certificate of before stays in use.</source>
      <translation>{error} Das vorige Zertifikat wird weiter verwendet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/advanced.py" />
      <source>Alternate catch-all header</source>
      <translation>Anderer Header für Sammelpostfächer</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/advanced.py" />
      <source>The header field that names the original recipient in messages that a catch-all has taken; empty: Delivered-To alone.</source>
      <translation>Das Headerfeld, das in Nachrichten, die ein Sammelpostfach (Catch-all) aufgenommen hat, den ursprünglichen Empfänger nennt; leer: nur Delivered-To.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/advanced.py" />
      <source>Add required headers (Message-ID, Date) for authenticated senders</source>
      <translation>Erforderliche Header (Message-ID, Date) für authentifizierte Absender ergänzen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/advanced.py" />
      <source>Only where a message lacks them; clients in privileged IP ranges count too.</source>
      <translation>Nur wo sie in einer Nachricht fehlen; Clients in privilegierten IP-Bereichen zählen auch dazu.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/advanced.py" />
      <source>Allowed SMTP commands</source>
      <translation>Zugelassene SMTP-Befehle</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/advanced.py" />
      <source>The commands that mail can do without; the others (HELO, EHLO, MAIL, RCPT, DATA, RSET, NOOP, QUIT) always work.</source>
      <translation>Die Befehle, ohne die Mail auskommt; die übrigen (HELO, EHLO, MAIL, RCPT, DATA, RSET, NOOP, QUIT) gehen immer.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/document.py" />
      <source>There is no setting {path}: {part!r} asks for a part of a single value.</source>
      <translation>Die Einstellung {path} gibt es nicht: {part!r} fragt nach einem Teil eines einzelnen Werts.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/document.py" />
      <source> ({more} more faults)</source>
      <translation> ({more} weitere Fehler)</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/document.py" />
      <source>, not {first}</source>
      <translation>, nicht {first}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/document.py" />
      <source>There is no setting {path}: {part!r} is not known here; known are {names}.</source>
      <translation>Die Einstellung {path} gibt es nicht: {part!r} ist hier nicht bekannt; bekannt sind {names}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/document.py" />
      <source>There is no setting {path}: the list has {number} entries, counted from 0.</source>
      <translation>Die Einstellung {path} gibt es nicht: Die Liste hat {number} Einträge, gezählt ab 0.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/document.py" />
      <source>The settings document is not valid JSON: {first}.{tail}</source>
      <translation>Das Einstellungsdokument ist kein gültiges JSON: {first}.{tail}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/document.py" />
      <source>{path} is not a known setting.{tail}</source>
      <translation>{path} ist keine bekannte Einstellung.{tail}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/document.py" />
      <source>This setting is not known.</source>
      <translation>Diese Einstellung ist nicht bekannt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/document.py" />
      <source>There is no setting {path} any more after the other changes.</source>
      <translation>Die Einstellung {path} gibt es nach den anderen Änderungen nicht mehr.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/document.py" />
      <source>{path}: the value can't be written as JSON: {error}.</source>
      <translation>{path}: Der Wert lässt sich nicht als JSON schreiben: {error}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/document.py" />
      <source>The document</source>
      <translation>Das Dokument</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/labels.py" />
      <source>{domain} (TLS {tls}, {rate})</source>
      <translation>{domain} (TLS {tls}, {rate})</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/labels.py" />
      <source>empty</source>
      <translation>leer</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/labels.py" />
      <source>{kind} login {username}</source>
      <translation>Anmeldung {kind} {username}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/labels.py" />
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>on</source>
      <translation>ein</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/labels.py" />
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>off</source>
      <translation>aus</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/labels.py" />
      <source>until {time}</source>
      <translation>bis {time}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/labels.py" />
      <source>only for {sender}</source>
      <translation>nur für {sender}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/labels.py" />
      <source>{number} messages a minute</source>
      <translation>{number} Nachrichten pro Minute</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/labels.py" />
      <source>any number of messages</source>
      <translation>beliebig viele Nachrichten</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/labels.py" />
      <source>from</source>
      <translation>von</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/labels.py" />
      <source>to</source>
      <translation>an</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/labels.py" />
      <source>the same entries</source>
      <translation>dieselben Einträge</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/labels.py" />
      <source>in another order</source>
      <translation>in anderer Reihenfolge</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/log_files.py" />
      <source>A folder on the server's computer, by its full path; empty: logs in the data folder.</source>
      <translation>Ein Ordner auf dem Computer des Servers, mit vollem Pfad; leer: logs im Datenordner.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/log_files.py" />
      <source>Enable the Activity log</source>
      <translation>Aktivitätsprotokoll aktivieren</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/log_files.py" />
      <source>Each command with its reply, in MailEnable's twelve columns. Never a password.</source>
      <translation>Jeder Befehl mit seiner Antwort, in den zwölf Spalten von MailEnable. Nie ein Kennwort.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/log_files.py" />
      <source>Activity log directory</source>
      <translation>Ordner des Aktivitätsprotokolls</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/log_files.py" />
      <source>Enable the W3C log</source>
      <translation>W3C-Protokoll aktivieren</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/log_files.py" />
      <source>The same in the W3C extended format, which log analysers read. Never a password.</source>
      <translation>Dasselbe im erweiterten W3C-Format, das Auswertungsprogramme lesen. Nie ein Kennwort.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/log_files.py" />
      <source>W3C log directory</source>
      <translation>Ordner des W3C-Protokolls</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/log_files.py" />
      <source>Enable the Debug log</source>
      <translation>Debugprotokoll aktivieren</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/log_files.py" />
      <source>How each recipient was judged, in MailEnable's words, and what the server says of itself.</source>
      <translation>Wie über jeden Empfänger entschieden wurde, in den Worten von MailEnable, und was der Server über sich selbst sagt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/log_files.py" />
      <source>Debug log directory</source>
      <translation>Ordner des Debugprotokolls</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/log_files.py" />
      <source>Begin a new file at</source>
      <translation>Neue Datei beginnen ab</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/log_files.py" />
      <source>In megabytes. Each day has files of its own in any case.</source>
      <translation>In Megabyte. Jeder Tag hat in jedem Fall eigene Dateien.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/log_files.py" />
      <source>Keep files for</source>
      <translation>Dateien aufbewahren</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/log_files.py" />
      <source>In days; 0 means for ever.</source>
      <translation>In Tagen; 0 bedeutet für immer.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/log_files.py" />
      <source>Keep of each log at most</source>
      <translation>Von jedem Protokoll höchstens aufbewahren</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/log_files.py" />
      <source>In megabytes; the oldest files go first. 0 means any number.</source>
      <translation>In Megabyte; die ältesten Dateien gehen zuerst. 0 bedeutet beliebig viel.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Retries</source>
      <translation>Wiederholungen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Minutes until the first, second, third and each subsequent retry.</source>
      <translation>Minuten bis zum ersten, zweiten, dritten und jedem weiteren Versuch.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Failed message lifetime</source>
      <translation>Lebensdauer unzustellbarer Nachrichten</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>After so many hours an undelivered message is returned to its sender.</source>
      <translation>Nach so vielen Stunden geht eine nicht zugestellte Nachricht an ihren Absender zurück.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Delay notifications</source>
      <translation>Verzögerungsmeldungen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Whether the sender is told that a message still waits.</source>
      <translation>Ob der Absender erfährt, dass eine Nachricht noch wartet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Non-delivery receipts</source>
      <translation>Unzustellbarkeitsmeldungen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>For whom undeliverable mail is reported back.</source>
      <translation>Wem unzustellbare Mail gemeldet wird.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Limit concurrent connections per destination</source>
      <translation>Gleichzeitige Verbindungen je Ziel begrenzen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>At most so many connections to one server at a time.</source>
      <translation>Höchstens so viele Verbindungen zu einem Server zugleich.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Destination</source>
      <translation>Ziel</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>A domain of recipients; for the rate also the name of a smart host.</source>
      <translation>Eine Domäne von Empfängern; für die Rate auch der Name eines Smarthosts.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>TLS</source>
      <translation>TLS</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>For mail that goes straight to its servers; a smart host has its own choice.</source>
      <translation>Für Mail, die direkt an ihre Server geht; ein Smarthost hat seine eigene Wahl.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Messages per minute</source>
      <translation>Nachrichten pro Minute</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>0 means any number.</source>
      <translation>0 bedeutet beliebig viele.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Remote port</source>
      <translation>Port der Gegenstelle</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>The port used for direct delivery by MX.</source>
      <translation>Der Port für die direkte Zustellung nach MX.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Timeout for remote mail servers</source>
      <translation>Zeitlimit für andere Mailserver</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Seconds of silence after which a try has failed. After the end of a message ten times as long is allowed, up to ten minutes.</source>
      <translation>Sekunden ohne Antwort, nach denen ein Versuch gescheitert ist. Nach dem Ende einer Nachricht ist das Zehnfache erlaubt, höchstens zehn Minuten.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Maximum number of send threads</source>
      <translation>Höchstzahl der Sendethreads</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Deliveries to other servers that run at the same time.</source>
      <translation>Zustellungen an andere Server, die gleichzeitig laufen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Limit outbound message size</source>
      <translation>Größe ausgehender Nachrichten begrenzen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>In bytes; 0 means unlimited. A larger message to another server is returned to its sender.</source>
      <translation>In Byte; 0 bedeutet unbegrenzt. Eine größere Nachricht an einen anderen Server geht an ihren Absender zurück.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Outbound IP binding</source>
      <translation>Ausgehende IP-Adresse</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>The address of this computer that connections to other servers come from; empty: the system chooses. With an IPv4 address only IPv4 is used, and with an IPv6 address only IPv6.</source>
      <translation>Die Adresse dieses Computers, von der Verbindungen zu anderen Servern kommen; leer: Das System wählt. Mit einer IPv4-Adresse wird nur IPv4 verwendet, mit einer IPv6-Adresse nur IPv6.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>For mail that goes straight to the servers of its recipients. Few of them have certificates that can be checked.</source>
      <translation>Für Mail, die direkt an die Server ihrer Empfänger geht. Wenige davon haben Zertifikate, die sich prüfen lassen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Messages per minute to one destination</source>
      <translation>Nachrichten pro Minute an ein Ziel</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>0 means any number. What is more waits its turn, and holds up nobody else; it counts for smart hosts too.</source>
      <translation>0 bedeutet beliebig viele. Was darüber ist, wartet, bis es an der Reihe ist, und hält niemand anderen auf; es gilt auch für Smarthosts.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Exceptions</source>
      <translation>Ausnahmen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>Destinations for which another TLS policy or rate holds.</source>
      <translation>Ziele, für die eine andere TLS-Vorgabe oder Rate gilt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>an exception without a destination can't hold for anything</source>
      <translation>eine Ausnahme ohne Ziel kann für nichts gelten</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/outgoing.py" />
      <source>{domain} stands twice among the exceptions</source>
      <translation>{domain} steht zweimal unter den Ausnahmen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Who or what this is.</source>
      <translation>Wer oder was das ist.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>The entry is in force until this time; empty: for ever.</source>
      <translation>Der Eintrag gilt bis zu dieser Zeit; leer: für immer.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Weekly hours</source>
      <translation>Wochenzeiten</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>The entry is in force at these hours only, by this computer's clock, such as mon-fri 08:00-18:00; empty: always.</source>
      <translation>Der Eintrag gilt nur zu diesen Stunden, nach der Uhr dieses Computers, etwa mon-fri 08:00-18:00; leer: immer.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Only for the senders</source>
      <translation>Nur für die Absender</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Sender addresses (a@b.example) or whole domains (b.example); empty: any sender.</source>
      <translation>Absenderadressen (a@b.example) oder ganze Domänen (b.example); leer: jeder Absender.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Off: this server only receives mail for its own domains.</source>
      <translation>Aus: Dieser Server nimmt nur Mail für seine eigenen Domänen an.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Allow relay for authenticated senders</source>
      <translation>Relay für authentifizierte Absender erlauben</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Client applications must enable SMTP authentication and send a valid username/password combination</source>
      <translation>Clientprogramme müssen die SMTP-Authentifizierung aktivieren und eine gültige Kombination aus Benutzername und Kennwort senden</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Allow relay for privileged IP ranges</source>
      <translation>Relay für privilegierte IP-Bereiche erlauben</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Clients in the Privileged IPs list relay without a password.</source>
      <translation>Clients in der Liste der privilegierten IPs leiten ohne Kennwort weiter.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Privileged IPs</source>
      <translation>Privilegierte IPs</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>The clients that may relay without a password. An empty list admits nobody.</source>
      <translation>Die Clients, die ohne Kennwort weiterleiten dürfen. Eine leere Liste lässt niemanden zu.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Allow relay for local sender addresses</source>
      <translation>Relay für lokale Absenderadressen erlauben</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Users who specify their 'From' address to be an email address on the server can relay. No other authentication is done, so this will open your server to spammers.</source>
      <translation>Wer als „Von“-Adresse eine E-Mail-Adresse auf diesem Server angibt, kann weiterleiten. Sonst wird nichts geprüft; das öffnet Ihren Server also für Spammer.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Test for open relay after each change</source>
      <translation>Nach jeder Änderung auf offenes Relay testen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>The running server attacks itself, as a stranger would, after each change that touches relay, and raises an alarm if one of its tricks gets through.</source>
      <translation>Der laufende Server greift sich nach jeder Änderung, die das Relay betrifft, selbst an, wie ein Fremder es täte, und löst einen Alarm aus, wenn einer der Tricks gelingt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Reply texts</source>
      <translation>Antworttexte</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>Standard codes (550 5.7.1), or the exact texts of MailEnable (503 ...).</source>
      <translation>Standardcodes (550 5.7.1) oder die genauen Texte von MailEnable (503 ...).</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/relaying.py" />
      <source>An address, CIDR (10.0.4.0/24), from-to (10.0.4.1-10.0.4.9) or MailEnable's wildcard form (10.0.*).</source>
      <translation>Eine Adresse, CIDR (10.0.4.0/24), von-bis (10.0.4.1-10.0.4.9) oder die Platzhalterform von MailEnable (10.0.*).</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>IP address</source>
      <translation>IP-Adresse</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>The local address to listen on; 0.0.0.0 or :: for all.</source>
      <translation>Die lokale Adresse, auf der gelauscht wird; 0.0.0.0 oder :: für alle.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>The TCP port; 0 takes a free one.</source>
      <translation>Der TCP-Port; 0 nimmt einen freien.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>None, STARTTLS on request, or implicit TLS from the first byte (port 465).</source>
      <translation>Keines, STARTTLS auf Wunsch oder implizites TLS vom ersten Byte an (Port 465).</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Authentication mode</source>
      <translation>Authentifizierung</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Whether users can log in here: always, only over a secure connection (TLS or loopback), or never.</source>
      <translation>Ob Benutzer sich hier anmelden können: immer, nur über eine sichere Verbindung (TLS oder Loopback) oder nie.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Requires connections to authenticate before sending email</source>
      <translation>Verbindungen müssen sich authentifizieren, bevor sie Mail senden</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Nobody can send anything through this port without logging in.</source>
      <translation>Ohne Anmeldung kann niemand über diesen Port etwas senden.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Local domain name</source>
      <translation>Lokaler Domänenname</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>The name in the banner and in EHLO; empty: the name of this computer.</source>
      <translation>Der Name in der Begrüßung und in EHLO; leer: der Name dieses Computers.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Default mail domain name</source>
      <translation>Standard-Maildomäne</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Completes login names that carry no domain; empty: the first domain.</source>
      <translation>Ergänzt Anmeldenamen ohne Domäne; leer: die erste Domäne.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>DNS address(es) separated by spaces</source>
      <translation>DNS-Adresse(n), durch Leerzeichen getrennt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>The DNS servers asked for mail servers and their addresses; empty: the system's own.</source>
      <translation>Die DNS-Server, die nach Mailservern und deren Adressen gefragt werden; leer: die des Systems.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Local address used as sender of notifications</source>
      <translation>Lokale Adresse als Absender von Benachrichtigungen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Empty: postmaster@ the first domain.</source>
      <translation>Leer: postmaster@ der ersten Domäne.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>The addresses below are</source>
      <translation>Die Adressen unten sind</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Banned, or the only ones allowed.</source>
      <translation>Gesperrt oder die einzigen zugelassenen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>IP addresses</source>
      <translation>IP-Adressen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Addresses, CIDR, from-to, or wildcards (10.0.*).</source>
      <translation>Adressen, CIDR, von-bis oder Platzhalter (10.0.*).</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>The addresses and ports that the server accepts connections on.</source>
      <translation>Die Adressen und Ports, auf denen der Server Verbindungen annimmt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Maximum number of concurrent connections</source>
      <translation>Höchstzahl gleichzeitiger Verbindungen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>More clients than this are told to come back later.</source>
      <translation>Weiteren Clients wird gesagt, sie sollen es später versuchen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Maximum number of concurrent connections per client</source>
      <translation>Höchstzahl gleichzeitiger Verbindungen je Client</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>More connections from one address than this are told to come back later; 0 means unlimited. This computer itself is not limited.</source>
      <translation>Weiteren Verbindungen von einer Adresse wird gesagt, sie sollen es später versuchen; 0 bedeutet unbegrenzt. Dieser Computer selbst ist nicht begrenzt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Advertised maximum message size</source>
      <translation>Angekündigte Höchstgröße von Nachrichten</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>In bytes; 0 means unlimited.</source>
      <translation>In Byte; 0 bedeutet unbegrenzt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Enforce this message size</source>
      <translation>Diese Nachrichtengröße durchsetzen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Larger messages are refused, not only advised against.</source>
      <translation>Größere Nachrichten werden abgelehnt, nicht nur abgeraten.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Which clients may connect at all.</source>
      <translation>Welche Clients sich überhaupt verbinden dürfen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Load Balancers</source>
      <translation>Load Balancer</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Load balancers that speak the PROXY protocol: connections from these addresses must begin with its header, which names the real client. Nobody else is believed.</source>
      <translation>Load Balancer, die das PROXY-Protokoll sprechen: Verbindungen von diesen Adressen müssen mit dessen Header beginnen, der den wirklichen Client nennt. Niemand anderem wird geglaubt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Certificate file (PEM)</source>
      <translation>Zertifikatsdatei (PEM)</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Replaces the self-signed certificate that Posthouse makes; empty: that one.</source>
      <translation>Ersetzt das selbstsignierte Zertifikat, das Posthouse erstellt; leer: jenes.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Private key file (PEM)</source>
      <translation>Datei des privaten Schlüssels (PEM)</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>The key of the certificate; empty: it is in the certificate file.</source>
      <translation>Der Schlüssel des Zertifikats; leer: Er steht in der Zertifikatsdatei.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>Smart hosts for some mail</source>
      <translation>Smarthosts für manche Mail</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>The first one in the list that fits the sender and the recipient takes the message; all other mail goes as above.</source>
      <translation>Der erste in der Liste, der zu Absender und Empfänger passt, nimmt die Nachricht; alle andere Mail geht wie oben.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>SMTP</source>
      <translation>SMTP</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>two listeners use {address} port {port}; give each its own port</source>
      <translation>zwei Listener verwenden {address} Port {port}; geben Sie jedem einen eigenen Port</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/schema.py" />
      <source>two smart hosts are named {name}; alarms could not tell them apart</source>
      <translation>zwei Smarthosts heißen {name}; Alarme könnten sie nicht unterscheiden</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Refuse recipients that do not exist in a local domain</source>
      <translation>Empfänger ablehnen, die es in einer lokalen Domäne nicht gibt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>MailEnable calls this "Force Inbound Resolution".</source>
      <translation>MailEnable nennt das „Force Inbound Resolution“.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Reject mail if sender address is from an invalid domain</source>
      <translation>Mail von Absendern mit ungültiger Domäne ablehnen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>A sender's domain must have a mail server or an address in DNS; clients that have logged in are not asked.</source>
      <translation>Die Domäne eines Absenders muss im DNS einen Mailserver oder eine Adresse haben; angemeldete Clients werden nicht gefragt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Authenticated senders must use valid sender address</source>
      <translation>Authentifizierte Absender: nur gültige Absenderadressen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Whoever logs in may write as sender only an address of the same mailbox.</source>
      <translation>Wer sich anmeldet, darf als Absender nur eine Adresse desselben Postfachs angeben.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Address spoofing: senders of local domains must log in</source>
      <translation>Adressfälschung: lokale Absender müssen sich anmelden</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Nobody can write in the name of a local domain without its password, but clients in privileged IP ranges.</source>
      <translation>Niemand kann ohne Kennwort im Namen einer lokalen Domäne schreiben, außer Clients in privilegierten IP-Bereichen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Require PTR DNS entry for unauthenticated connections</source>
      <translation>PTR-Eintrag für nicht authentifizierte Verbindungen verlangen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Public addresses without a name in DNS are refused, but not those in the whitelist or in privileged IP ranges.</source>
      <translation>Öffentliche Adressen ohne Namen im DNS werden abgelehnt, nicht aber die in der Whitelist oder in privilegierten IP-Bereichen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Hide IP addresses from email headers</source>
      <translation>IP-Adressen in E-Mail-Headern verbergen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>The Received line that Posthouse adds does not say from which address and computer a message came.</source>
      <translation>Die Received-Zeile, die Posthouse hinzufügt, sagt nicht, von welcher Adresse und welchem Computer eine Nachricht kam.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Disable all catchalls</source>
      <translation>Alle Sammelpostfächer (Catch-all) deaktivieren</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Mail to addresses that nobody has is refused, whatever the domains say.</source>
      <translation>Mail an Adressen, die niemand hat, wird abgelehnt, was immer die Domänen sagen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Allow domain literals</source>
      <translation>Domänenliterale zulassen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Addresses such as name@[192.0.2.1]. Mail for a listener's own address goes to the default mail domain; mail for others is relayed, and only public ones are sent to.</source>
      <translation>Adressen wie name@[192.0.2.1]. Mail für die eigene Adresse eines Listeners geht an die Standard-Maildomäne; Mail für andere wird weitergeleitet, und nur an öffentliche wird gesendet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Restrict the number of recipients per email to</source>
      <translation>Zahl der Empfänger je E-Mail begrenzen auf</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>More are told to come in another message; standards ask for at least 100.</source>
      <translation>Weiteren wird gesagt, sie sollen in einer anderen Nachricht kommen; Standards verlangen mindestens 100.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Use an alternate welcome message</source>
      <translation>Anderen Begrüßungstext verwenden</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>It stands in the greeting behind the name of the server.</source>
      <translation>Er steht in der Begrüßung hinter dem Namen des Servers.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Welcome message</source>
      <translation>Begrüßungstext</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>One line of ASCII text; empty: the usual one.</source>
      <translation>Eine Zeile ASCII-Text; leer: der übliche.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Drop a connection when the failed number of commands or recipients reaches</source>
      <translation>Verbindung trennen, wenn die Zahl fehlgeschlagener Befehle oder Empfänger erreicht</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Counted in a row: a command that succeeds begins anew. 0 means never.</source>
      <translation>In Folge gezählt: Ein Befehl, der gelingt, beginnt von vorn. 0 bedeutet nie.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Add to denied IP addresses if this number is reached</source>
      <translation>Bei Erreichen dieser Zahl zu den gesperrten IP-Adressen hinzufügen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>The client is banned, for a minute at first and longer each time; the same clients are spared as with other bans.</source>
      <translation>Der Client wird gesperrt, zuerst für eine Minute und jedes Mal länger; verschont werden dieselben Clients wie bei anderen Sperren.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Ban a client when the number of its failed logins reaches</source>
      <translation>Client sperren, wenn die Zahl seiner fehlgeschlagenen Anmeldungen erreicht</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Wrong passwords from one address within ten minutes; the ban lasts a minute at first, and longer each time. This computer itself and privileged IP ranges are slowed down instead. 0 means never.</source>
      <translation>Falsche Kennwörter von einer Adresse innerhalb von zehn Minuten; die Sperre dauert zuerst eine Minute und jedes Mal länger. Dieser Computer selbst und privilegierte IP-Bereiche werden stattdessen gebremst. 0 bedeutet nie.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Ban a client when the number of its refused relays reaches</source>
      <translation>Client sperren, wenn die Zahl seiner abgelehnten Relay-Versuche erreicht</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Recipients refused as relaying from one address within ten minutes; the ban lasts a minute at first, and longer each time. This computer itself, the whitelist and privileged IP ranges are slowed down instead. 0 means never.</source>
      <translation>Empfänger, die von einer Adresse innerhalb von zehn Minuten als Weiterleiten abgelehnt wurden; die Sperre dauert zuerst eine Minute und jedes Mal länger. Dieser Computer selbst, die Whitelist und privilegierte IP-Bereiche werden stattdessen gebremst. 0 bedeutet nie.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Limit the recipients per hour of each login to</source>
      <translation>Empfänger pro Stunde für jede Anmeldung begrenzen auf</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Limit the relayed recipients per hour of each privileged range to</source>
      <translation>Weitergeleitete Empfänger pro Stunde für jeden privilegierten Bereich begrenzen auf</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Of all clients together that relay by the same entry of Privileged IPs. 0 means unlimited.</source>
      <translation>Von allen Clients zusammen, die über denselben Eintrag der privilegierten IPs weiterleiten. 0 bedeutet unbegrenzt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Limit the relayed recipients per hour of each client to</source>
      <translation>Weitergeleitete Empfänger pro Stunde für jeden Client begrenzen auf</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>This computer itself is not limited. 0 means unlimited.</source>
      <translation>Dieser Computer selbst ist nicht begrenzt. 0 bedeutet unbegrenzt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Raise an alarm when a mailbox sends far above its habit</source>
      <translation>Alarm auslösen, wenn ein Postfach weit über seiner Gewohnheit sendet</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Compared with its own busiest hours of the last 30 days.</source>
      <translation>Verglichen mit seinen eigenen stärksten Stunden der letzten 30 Tage.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Enable DNS blacklisting</source>
      <translation>DNS-Blacklists aktivieren</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Public addresses that have not logged in are looked up in the lists below; those in the whitelist or in privileged IP ranges are not.</source>
      <translation>Öffentliche Adressen, die sich nicht angemeldet haben, werden in den Listen unten nachgeschlagen; die in der Whitelist oder in privilegierten IP-Bereichen nicht.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Action</source>
      <translation>Aktion</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Don't accept the mail, or accept it and mark it as spam in its header.</source>
      <translation>Die Mail nicht annehmen, oder annehmen und im Header als Spam kennzeichnen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>DNS blacklists</source>
      <translation>DNS-Blacklists</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>The domains of the lists, such as zen.spamhaus.org.</source>
      <translation>Die Domänen der Listen, etwa zen.spamhaus.org.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Blocked senders</source>
      <translation>Blockierte Absender</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Addresses (a@b.example) or whole domains (b.example) from which nothing is accepted.</source>
      <translation>Adressen (a@b.example) oder ganze Domänen (b.example), von denen nichts angenommen wird.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Enable whitelist</source>
      <translation>Whitelist aktivieren</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/security.py" />
      <source>Clients in the list are never banned by themselves; they may not relay for that.</source>
      <translation>Clients in der Liste werden nie von selbst gesperrt; weiterleiten dürfen sie deshalb nicht.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>Token address</source>
      <translation>Tokenadresse</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>For Microsoft 365: https://login.microsoftonline.com/&lt;tenant&gt;/oauth2/v2.0/token.</source>
      <translation>Für Microsoft 365: https://login.microsoftonline.com/&lt;tenant&gt;/oauth2/v2.0/token.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>Client ID</source>
      <translation>Client-ID</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>The application that was registered for sending mail.</source>
      <translation>Die Anwendung, die zum Senden von Mail registriert wurde.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>Scope</source>
      <translation>Bereich (Scope)</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>What the token is for.</source>
      <translation>Wofür das Token gilt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>Enable Smart Host</source>
      <translation>Smarthost aktivieren</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>Hand all outgoing mail to this server instead of looking up MX records.</source>
      <translation>Alle ausgehende Mail diesem Server übergeben, statt MX-Einträge nachzuschlagen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>Its name or address.</source>
      <translation>Sein Name oder seine Adresse.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>Usually 587; 465 with implicit TLS; 25 without a login.</source>
      <translation>Meist 587; 465 mit implizitem TLS; 25 ohne Anmeldung.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>Required and implicit check the certificate; opportunistic does not.</source>
      <translation>„Erforderlich“ und „Implizit“ prüfen das Zertifikat; „Opportunistisch“ nicht.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>Authentication</source>
      <translation>Authentifizierung</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>None, user name and password, or OAuth 2.0.</source>
      <translation>Keine, Benutzername und Kennwort oder OAuth 2.0.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>The login at the smart host; its secret never stands in the settings.</source>
      <translation>Die Anmeldung am Smarthost; ihr Geheimnis steht nie in den Einstellungen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>Where the access token comes from.</source>
      <translation>Woher das Zugriffstoken kommt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>What lists and alarms call it; empty: its host and port.</source>
      <translation>Wie Listen und Alarme ihn nennen; leer: sein Host und Port.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>While it is off, its mail goes the way of all other mail.</source>
      <translation>Solange er aus ist, geht seine Mail den Weg aller anderen Mail.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>Domains or addresses, separated by spaces; empty: any sender.</source>
      <translation>Domänen oder Adressen, durch Leerzeichen getrennt; leer: jeder Absender.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>Domains or addresses, separated by spaces; empty: any recipient. With senders as well, both must fit.</source>
      <translation>Domänen oder Adressen, durch Leerzeichen getrennt; leer: jeder Empfänger. Sind auch Absender angegeben, muss beides passen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>{username} at {place}</source>
      <translation>{username} bei {place}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>the smart host is enabled, but no host is given; fill in Smart host or switch it off</source>
      <translation>der Smarthost ist aktiviert, aber es ist kein Host angegeben; füllen Sie „Smarthost“ aus, oder schalten Sie ihn aus</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>the smart host needs a login, but Username is empty</source>
      <translation>der Smarthost verlangt eine Anmeldung, aber der Benutzername ist leer</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>OAuth 2.0 needs a token address and a client ID</source>
      <translation>OAuth 2.0 braucht eine Tokenadresse und eine Client-ID</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/smart_hosts.py" />
      <source>say for which senders or recipients this smart host is; for all others there is the one above</source>
      <translation>sagen Sie, für welche Absender oder Empfänger dieser Smarthost ist; für alle anderen gibt es den oben</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/values.py" />
      <source>this must be one line of printable characters</source>
      <translation>dies muss eine Zeile aus druckbaren Zeichen sein</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/values.py" />
      <source>{text!r} is not a host name or address such as smtp.example.com</source>
      <translation>{text!r} ist kein Hostname und keine Adresse wie smtp.example.com</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/values.py" />
      <source>{text!r} is not an address that begins with https://</source>
      <translation>{text!r} ist keine Adresse, die mit https:// beginnt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/values.py" />
      <source>a welcome message is one line of at most 400 printable ASCII characters</source>
      <translation>ein Begrüßungstext ist eine Zeile aus höchstens 400 druckbaren ASCII-Zeichen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/values.py" />
      <source>{text!r} is not the full path of a folder</source>
      <translation>{text!r} ist nicht der volle Pfad eines Ordners</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/values.py" />
      <source>{text!r} is not the name of a header field such as X-Original-To</source>
      <translation>{text!r} ist nicht der Name eines Headerfelds wie X-Original-To</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/settings/values.py" />
      <source>{text!r} is not the domain of a DNS blacklist such as zen.spamhaus.org</source>
      <translation>{text!r} ist nicht die Domäne einer DNS-Blacklist wie zen.spamhaus.org</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/smtp/habits.py" />
      <source>{login} has sent to {number} recipients within an hour; {habit}. If that is not wanted, disable the mailbox or give it a new password; this ends when the hour is over, or with the mailbox.</source>
      <translation>{login} hat innerhalb einer Stunde an {number} Empfänger gesendet; {habit}. Ist das nicht gewollt, deaktivieren Sie das Postfach, oder geben Sie ihm ein neues Kennwort; dies endet, wenn die Stunde vorüber ist, oder mit dem Postfach.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/smtp/habits.py" />
      <source>its busiest hour of the last 30 days had {usual}</source>
      <translation>seine belebteste Stunde der letzten 30 Tage hatte {usual}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/smtp/habits.py" />
      <source>it has sent nothing in the last 30 days</source>
      <translation>in den letzten 30 Tagen hat es nichts gesendet</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/smtp/storing.py" />
      <source>Clients are told to try again later: {error}. Free some room on the disk, or mend the cause; the server goes on by itself.</source>
      <translation>Clients werden gebeten, es später wieder zu versuchen: {error}. Schaffen Sie Platz auf dem Datenträger, oder beheben Sie die Ursache; der Server macht von selbst weiter.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/abuse.py" />
      <source>(unknown)</source>
      <translation>(unbekannt)</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/abuse.py" />
      <source>(not logged in)</source>
      <translation>(nicht angemeldet)</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/backups.py" />
      <source>{amount} ({number} entries of the directory changed)</source>
      <translation>{amount} ({number} Einträge des Verzeichnisses geändert)</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/backups.py" />
      <source>Restored from the backup of {time:%Y-%m-%d %H:%M} (revision {revision}): </source>
      <translation>Wiederhergestellt aus der Sicherung vom {time:%Y-%m-%d %H:%M} (Revision {revision}): </translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/backups.py" />
      <source>{amount} (1 entry of the directory changed)</source>
      <translation>{amount} (1 Eintrag des Verzeichnisses geändert)</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/backups.py" />
      <source>1 domain</source>
      <translation>1 Domäne</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/backups.py" />
      <source>{number:,} domains</source>
      <translation>{number:,} Domänen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/backups.py" />
      <source>1 mailbox</source>
      <translation>1 Postfach</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/backups.py" />
      <source>{number:,} mailboxes</source>
      <translation>{number:,} Postfächer</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/backups.py" />
      <source>It holds no settings.</source>
      <translation>Sie enthält keine Einstellungen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/backups.py" />
      <source>The backup was made by a newer version of Posthouse; install that first.</source>
      <translation>Die Sicherung stammt von einer neueren Version von Posthouse; installieren Sie zuerst diese.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/backups.py" />
      <source>{path} could not be copied to {target}: {error}.</source>
      <translation>{path} ließ sich nicht nach {target} kopieren: {error}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/backups.py" />
      <source>Meanwhile {author} has made revision {newest}; nothing was changed. Look at it again.</source>
      <translation>Inzwischen hat {author} Revision {newest} erstellt; es wurde nichts geändert. Sehen Sie noch einmal nach.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/backups.py" />
      <source>The settings in it are damaged.</source>
      <translation>Die Einstellungen darin sind beschädigt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/backups.py" />
      <source>The settings of revision {number} are not valid here, so older ones count: {error}</source>
      <translation>Die Einstellungen der Revision {number} sind hier nicht gültig, daher gelten ältere: {error}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/ban_remedies.py" />
      <source>Banned until {:%Y-%m-%d %H:%M} after {}. The server refuses every connection until then, whatever the rules say.</source>
      <translation>Gesperrt bis {:%Y-%m-%d %H:%M} nach {}. Der Server lehnt bis dahin jede Verbindung ab, was immer die Regeln sagen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/ban_remedies.py" />
      <source>Lift the ban of {client}</source>
      <translation>Sperre von {client} aufheben</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/bans.py" />
      <source> within {seconds} s</source>
      <translation> innerhalb von {seconds} s</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/bans.py" />
      <source>{text}; tried: {tried}</source>
      <translation>{text}; versucht wurden: {tried}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/bans.py" />
      <source>Failed logins</source>
      <translation>Fehlgeschlagene Anmeldungen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/bans.py" />
      <source>Refused relays</source>
      <translation>Abgelehnte Relay-Versuche</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/bans.py" />
      <source>Failed commands</source>
      <translation>Fehlgeschlagene Befehle</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/bans.py" />
      <location filename="../../../server/posthouse_server/store/suspicion.py" />
      <source>1 failed login</source>
      <translation>1 fehlgeschlagene Anmeldung</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/bans.py" />
      <source>{number} failed logins</source>
      <translation>{number} fehlgeschlagene Anmeldungen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/bans.py" />
      <source>1 refused relay</source>
      <translation>1 abgelehnter Relay-Versuch</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/bans.py" />
      <source>{number} refused relays</source>
      <translation>{number} abgelehnte Relay-Versuche</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/bans.py" />
      <source>1 failed command</source>
      <translation>1 fehlgeschlagener Befehl</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/bans.py" />
      <source>{number} failed commands</source>
      <translation>{number} fehlgeschlagene Befehle</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/chain.py" />
      <source>Revision {number} has the digest that was noted; {later:,} came after it.</source>
      <translation>Revision {number} hat den notierten Hashwert; {later:,} kamen danach.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/chain.py" />
      <source>Revision {number} has the digest that was noted; none came after it.</source>
      <translation>Revision {number} hat den notierten Hashwert; danach kam keine.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/chain.py" />
      <source>The history is whole: {checked:,} revisions, each as it was written.</source>
      <translation>Der Verlauf ist vollständig: {checked:,} Revisionen, jede so, wie sie geschrieben wurde.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/chain.py" />
      <source>The revisions fit together, but none has the digest {expected}: this history was written anew since that was noted, or it is another server's.</source>
      <translation>Die Revisionen passen zueinander, aber keine hat den Hashwert {expected}: Dieser Verlauf wurde neu geschrieben, seit er notiert wurde, oder er gehört zu einem anderen Server.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/chain.py" />
      <source>Revision {checked} was altered later: it can't be read any more.</source>
      <translation>Revision {checked} wurde später verändert: Sie lässt sich nicht mehr lesen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/chain.py" />
      <source>Revision {checked} is missing from the history.</source>
      <translation>Revision {checked} fehlt im Verlauf.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/chain.py" />
      <source>Revision {id} ({created_at:%Y-%m-%d %H:%M:%S} UTC, by {author}) was altered later, or the one before it was replaced.</source>
      <translation>Revision {id} ({created_at:%Y-%m-%d %H:%M:%S} UTC, von {author}) wurde später verändert, oder die vor ihr wurde ersetzt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/chain.py" />
      <source>The end of the history was cut off: revision {last} is missing.</source>
      <translation>Das Ende des Verlaufs wurde abgeschnitten: Revision {last} fehlt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/chain.py" />
      <source>The end of the history was cut off: revisions {first} to {last} are missing.</source>
      <translation>Das Ende des Verlaufs wurde abgeschnitten: Die Revisionen {first} bis {last} fehlen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/change_feed.py" />
      <source>{path} could not be watched: {error}.</source>
      <translation>{path} ließ sich nicht überwachen: {error}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/copy_checks.py" />
      <source>The settings in it are damaged: they hold views, triggers or virtual tables, which Posthouse never makes.</source>
      <translation>Die Einstellungen darin sind beschädigt: Sie enthalten Sichten, Trigger oder virtuelle Tabellen, die Posthouse nie anlegt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/copy_checks.py" />
      <source>{found!r} is not in its stored form</source>
      <translation>{found!r} ist nicht in der gespeicherten Form</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/copy_checks.py" />
      <source>The settings in it are damaged: {error}.</source>
      <translation>Die Einstellungen darin sind beschädigt: {error}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/copy_checks.py" />
      <source>The directory in the backup is damaged: {error}.</source>
      <translation>Das Verzeichnis in der Sicherung ist beschädigt: {error}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/copy_checks.py" />
      <source>the mailbox {login} can't have the folder {maildir!r}</source>
      <translation>das Postfach {login} kann nicht den Ordner {maildir!r} haben</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/copy_checks.py" />
      <source>{quota_kb!r} is no quota</source>
      <translation>{quota_kb!r} ist kein Kontingent</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory.py" />
      <source>Domain {added} added to post office {post_office}</source>
      <translation>Domäne {added} zum Postoffice {post_office} hinzugefügt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory.py" />
      <source>Domain {name} removed</source>
      <translation>Domäne {name} entfernt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory.py" />
      <source>Catch-all of {domain}: {login}</source>
      <translation>Sammelpostfach (Catch-all) von {domain}: {login}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory.py" />
      <location filename="../../../server/posthouse_server/store/set_up.py" />
      <source>Mailbox {login} added</source>
      <translation>Postfach {login} hinzugefügt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory.py" />
      <source>Mailbox {name} removed</source>
      <translation>Postfach {name} entfernt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory.py" />
      <source>Mailbox {name}: new password</source>
      <translation>Postfach {name}: neues Kennwort</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory.py" />
      <source>Group {address} added</source>
      <translation>Gruppe {address} hinzugefügt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory.py" />
      <source>Group {address} removed</source>
      <translation>Gruppe {address} entfernt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory.py" />
      <source>Mailbox {name}: enabled</source>
      <translation>Postfach {name}: aktiviert</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory.py" />
      <source>Mailbox {name}: disabled</source>
      <translation>Postfach {name}: deaktiviert</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory.py" />
      <source>{missing} is not a member of {address}.</source>
      <translation>{missing} ist kein Mitglied von {address}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory.py" />
      <source>Import: {outcome}</source>
      <translation>Import: {outcome}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_changes.py" />
      <source>group {key}</source>
      <translation>Gruppe {key}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_changes.py" />
      <source>post office {key}</source>
      <translation>Postoffice {key}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_changes.py" />
      <source>domain {key}</source>
      <translation>Domäne {key}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_changes.py" />
      <source>mailbox {key}</source>
      <translation>Postfach {key}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_changes.py" />
      <source>address {key}</source>
      <translation>Adresse {key}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_changes.py" />
      <source>The {noun} has addresses since then ({stranded}); remove them first.</source>
      <translation>{noun} hat inzwischen Adressen ({stranded}); entfernen Sie diese zuerst.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_changes.py" />
      <source>The {noun} is the catch-all of {domain} since then; give that another one first.</source>
      <translation>{noun} ist inzwischen das Sammelpostfach (Catch-all) von {domain}; geben Sie dieser zuerst ein anderes.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_changes.py" />
      <source>There is no post office {name} any more.</source>
      <translation>Das Postoffice {name} gibt es nicht mehr.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_changes.py" />
      <source>The {noun} exists already.</source>
      <translation>{noun} gibt es schon.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_changes.py" />
      <source>There is no {noun} any more.</source>
      <translation>{noun} gibt es nicht mehr.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_changes.py" />
      <source>The {noun} can't come back: there is no domain {domain} any more.</source>
      <translation>{noun} kann nicht zurückkommen: Die Domäne {domain} gibt es nicht mehr.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_changes.py" />
      <source>The {noun} can't come back: somebody else has that address since.</source>
      <translation>{noun} kann nicht zurückkommen: Jemand anderes hat diese Adresse inzwischen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_changes.py" />
      <source>The {noun} was changed again since.</source>
      <translation>{noun} wurde inzwischen wieder geändert.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_csv.py" />
      <source>{text!r} in the column enabled is neither yes nor no.</source>
      <translation>{text!r} in der Spalte enabled ist weder yes noch no.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_csv.py" />
      <source>{text!r} in the column quota_kb is not a number of KB.</source>
      <translation>{text!r} in der Spalte quota_kb ist keine Zahl in KB.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_csv.py" />
      <source>The first line must name the columns. Missing: {missing}. All there are: {columns}.</source>
      <translation>Die erste Zeile muss die Spalten nennen. Es fehlen: {missing}. Alle, die es gibt: {columns}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_csv.py" />
      <source>There is no column {unknown!r}; all there are: {columns}.</source>
      <translation>Eine Spalte {unknown!r} gibt es nicht; alle möglichen: {columns}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_csv.py" />
      <source>It has more cells than the first line has columns.</source>
      <translation>Sie hat mehr Zellen, als die erste Zeile Spalten hat.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_csv.py" />
      <source>The column name is empty.</source>
      <translation>Die Spalte name ist leer.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_csv.py" />
      <source>Line {line_num} is no CSV: {error}.</source>
      <translation>Zeile {line_num} ist kein CSV: {error}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_csv.py" />
      <source>{text!r} in the column {column} is none of {kind}.</source>
      <translation>{text!r} in der Spalte {column} ist keines von {kind}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_csv.py" />
      <source>{cells!r} in the column kind is none of {linekind}.</source>
      <translation>{cells!r} in der Spalte kind ist keines von {linekind}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_csv.py" />
      <source>The table has more than {most_lines} lines; split it.</source>
      <translation>Die Tabelle hat mehr als {most_lines} Zeilen; teilen Sie sie auf.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_import.py" />
      <source>{created:,} created, {changed:,} changed, {unchanged:,} unchanged, {refused:,} refused</source>
      <translation>{created:,} angelegt, {changed:,} geändert, {unchanged:,} unverändert, {refused:,} abgelehnt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_import.py" />
      <source>{counted}. Nothing was imported: mend the refused lines first.</source>
      <translation>{counted}. Es wurde nichts importiert: Berichtigen Sie zuerst die abgelehnten Zeilen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_import.py" />
      <source>The column post_office is empty, and the name has no @.</source>
      <translation>Die Spalte post_office ist leer, und der Name hat kein @.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_import.py" />
      <source>The domain {name} is in the post office {post_office}, and can't move.</source>
      <translation>Die Domäne {name} ist im Postoffice {post_office} und kann nicht wechseln.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_import.py" />
      <source>There is no post office {office} with a domain.</source>
      <translation>Es gibt kein Postoffice {office} mit einer Domäne.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_import.py" />
      <source>{line} is an address of the mailbox {login}.</source>
      <translation>{line} ist eine Adresse des Postfachs {login}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_import.py" />
      <source>A new mailbox needs a password; the column password is empty.</source>
      <translation>Ein neues Postfach braucht ein Kennwort; die Spalte password ist leer.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_rows.py" />
      <source>There is no mailbox {login}.</source>
      <translation>Das Postfach {login} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_rows.py" />
      <source>There is no domain {name}.</source>
      <translation>Die Domäne {name} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_rules.py" />
      <source>{name!r} can't be a mailbox name: use letters, digits, dot, hyphen, plus and underscore.</source>
      <translation>{name!r} kann kein Postfachname sein: Verwenden Sie Buchstaben, Ziffern, Punkt, Bindestrich, Plus und Unterstrich.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_rules.py" />
      <source>{name!r} can't be a mailbox name, since Windows reserves it for a device.</source>
      <translation>{name!r} kann kein Postfachname sein, denn Windows hält ihn für ein Gerät frei.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_rules.py" />
      <source>There is a post office {domain} already; the domain {domain} can be in that one only.</source>
      <translation>Es gibt schon ein Postoffice {domain}; die Domäne {domain} kann nur in diesem sein.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_rules.py" />
      <source>{office} can't name a post office, since the domain {office} is in the post office {other}.</source>
      <translation>{office} kann kein Postoffice benennen, denn die Domäne {office} ist im Postoffice {other}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_rules.py" />
      <source>The mailbox {name}@{office} exists already.</source>
      <translation>Das Postfach {name}@{office} gibt es schon.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_rules.py" />
      <source>The address {address} belongs to another mailbox already.</source>
      <translation>Die Adresse {address} gehört schon zu einem anderen Postfach.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_rules.py" />
      <source>The address {address} belongs to a group already.</source>
      <translation>Die Adresse {address} gehört schon zu einer Gruppe.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_rules.py" />
      <source>{parsed} can't be passed mail: its local part asks for routing.</source>
      <translation>An {parsed} lässt sich keine Mail übergeben: Der lokale Teil verlangt ein Routing.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_rules.py" />
      <source>There is no mailbox or group with the address {parsed}.</source>
      <translation>Es gibt kein Postfach und keine Gruppe mit der Adresse {parsed}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_rules.py" />
      <source>A mailbox needs a password; an empty one would let anybody relay.</source>
      <translation>Ein Postfach braucht ein Kennwort; mit einem leeren könnte jeder weiterleiten.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>there</source>
      <translation>vorhanden</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>password</source>
      <translation>Kennwort</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>catch-all</source>
      <translation>Sammelpostfach (Catch-all)</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>type</source>
      <translation>Typ</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>friendly name</source>
      <translation>Anzeigename</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>redirected to</source>
      <translation>umgeleitet an</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>quota in KB</source>
      <translation>Kontingent in KB</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>unknown recipients</source>
      <translation>unbekannte Empfänger</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>enabled</source>
      <translation>aktiviert</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>redirection</source>
      <translation>Umleitung</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>{noun}: member {address}</source>
      <translation>{noun}: Mitglied {address}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>of {owner}</source>
      <translation>von {owner}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>in post office {office}</source>
      <translation>im Postoffice {office}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>nobody</source>
      <translation>niemand</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>{entry} removed</source>
      <translation>{entry} entfernt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>{entry} added</source>
      <translation>{entry} hinzugefügt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>and {more} more</source>
      <translation>und {more} weitere</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>(another)</source>
      <translation>(ein anderes)</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/directory_words.py" />
      <source>(new)</source>
      <translation>(neu)</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/domain_work.py" />
      <source>The domain {name} exists already.</source>
      <translation>Die Domäne {name} gibt es schon.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/domain_work.py" />
      <source>The mailbox {catch_all} is of another post office than the domain {name}.</source>
      <translation>Das Postfach {catch_all} gehört zu einem anderen Postoffice als die Domäne {name}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/domain_work.py" />
      <source>The domain {name} still has mailboxes ({stranded}); remove them first.</source>
      <translation>Die Domäne {name} hat noch Postfächer ({stranded}); entfernen Sie diese zuerst.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/engine.py" />
      <source>{error}: the disk is full</source>
      <translation>{error}: der Datenträger ist voll</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/engine.py" />
      <source>{path} could not be read: {error}.</source>
      <translation>{path} ließ sich nicht lesen: {error}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/engine.py" />
      <source>{path} could not be written: {error}.</source>
      <translation>{path} ließ sich nicht schreiben: {error}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/engine.py" />
      <source>{value!r} is no time</source>
      <translation>{value!r} ist keine Zeitangabe</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/explanations.py" />
      <source>This was refused before the relay rules were asked about a recipient, by “{rule}”. What stands here is what was recorded; the relay settings have no part in it.</source>
      <translation>Dies wurde durch „{rule}“ abgelehnt, bevor die Relay-Regeln nach einem Empfänger gefragt wurden. Hier steht, was aufgezeichnet wurde; die Relay-Einstellungen haben keinen Anteil daran.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/explanations.py" />
      <source>A limit of recipients per hour was reached; the relay rules were not against it. Limited are: {limits}. What was sent in the last hour counts, so it goes on by itself; the limits are in SMTP Properties, Security.</source>
      <translation>Eine Grenze für Empfänger je Stunde war erreicht; die Relay-Regeln standen nicht dagegen. Begrenzt sind: {limits}. Gezählt wird, was in der letzten Stunde gesendet wurde, also geht es von selbst weiter; die Grenzen stehen in den SMTP-Eigenschaften unter Sicherheit.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/explanations.py" />
      <source>Recorded was “{verdict}” by the rule “{rule}”. The same settings give another answer now, so domains or mailboxes have changed since: the directory of then is not kept.</source>
      <translation>Aufgezeichnet wurde „{verdict}“ durch die Regel „{rule}“. Dieselben Einstellungen geben heute eine andere Antwort, also haben sich seither Domänen oder Postfächer geändert: Das Verzeichnis von damals wird nicht aufbewahrt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/explanations.py" />
      <location filename="../../../server/posthouse_server/store/preview.py" />
      <source>delivered here</source>
      <translation>hier zugestellt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/explanations.py" />
      <source>{who} to {number:,}</source>
      <translation>{who} auf {number:,}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/explanations.py" />
      <source>There is no id such as K7Q2-9FXB in this text.</source>
      <translation>In diesem Text ist keine ID wie K7Q2-9FXB.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/explanations.py" />
      <source>No decision with the id {short_id} is recorded here; the trace keeps 90 days, and nothing of open relay tests.</source>
      <translation>Hier ist keine Entscheidung mit der ID {short_id} aufgezeichnet; das Protokoll reicht 90 Tage zurück und enthält nichts von Open-Relay-Tests.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/explanations.py" />
      <source>The settings of then can't be read: {error}</source>
      <translation>Die Einstellungen von damals lassen sich nicht lesen: {error}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/explanations.py" />
      <source>the login {login}</source>
      <translation>die Anmeldung {login}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/explanations.py" />
      <source>the privileged range {entry}</source>
      <translation>der privilegierte Bereich {entry}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/explanations.py" />
      <source>the client {client}</source>
      <translation>der Client {client}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/explanations.py" />
      <source>nobody any more</source>
      <translation>niemand mehr</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/group_work.py" />
      <source>{parsed} can't be the address of a group, since its local part asks for routing.</source>
      <translation>{parsed} kann nicht die Adresse einer Gruppe sein, denn der lokale Teil verlangt ein Routing.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/group_work.py" />
      <source>postmaster can't be a group: its mail must always find a reader.</source>
      <translation>postmaster kann keine Gruppe sein: Diese Mail muss immer einen Leser finden.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/group_work.py" />
      <source>The address {key} is taken already.</source>
      <translation>Die Adresse {key} ist schon vergeben.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/group_work.py" />
      <source>The group {key} was changed meanwhile; nothing was saved. Open it again.</source>
      <translation>Die Gruppe {key} wurde inzwischen geändert; es wurde nichts gespeichert. Öffnen Sie sie noch einmal.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/group_work.py" />
      <source>The group {key} can't be its own member.</source>
      <translation>Die Gruppe {key} kann nicht ihr eigenes Mitglied sein.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/group_work.py" />
      <source>A group has {most_members} members at most.</source>
      <translation>Eine Gruppe hat höchstens {most_members} Mitglieder.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/group_work.py" />
      <source>There is no group {key}.</source>
      <translation>Die Gruppe {key} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/mailbox_work.py" />
      <source>{domain} is not a domain of this server; add the domain first.</source>
      <translation>{domain} ist keine Domäne dieses Servers; fügen Sie zuerst die Domäne hinzu.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/mailbox_work.py" />
      <source>The mailbox {login} was changed meanwhile; nothing was saved. Open it again.</source>
      <translation>Das Postfach {login} wurde inzwischen geändert; es wurde nichts gespeichert. Öffnen Sie es noch einmal.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/mailbox_work.py" />
      <source>A redirection goes to {most_targets} addresses at most; make a group.</source>
      <translation>Eine Umleitung geht an höchstens {most_targets} Adressen; legen Sie eine Gruppe an.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/mailbox_work.py" />
      <source>{own} is an address of this mailbox itself.</source>
      <translation>{own} ist eine Adresse dieses Postfachs selbst.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/mailbox_work.py" />
      <source>A quota is from 0 (none) to {most_quota_kb} KB.</source>
      <translation>Ein Kontingent liegt zwischen 0 (keines) und {most_quota_kb} KB.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/mailbox_work.py" />
      <source>{key} is not an address of a domain of this server; add the domain first.</source>
      <translation>{key} ist keine Adresse einer Domäne dieses Servers; fügen Sie zuerst die Domäne hinzu.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/mailbox_work.py" />
      <source>The address {key} belongs to somebody else already.</source>
      <translation>Die Adresse {key} gehört schon jemand anderem.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/mailbox_work.py" />
      <source>{key} can't be an address here, since its local part asks for routing.</source>
      <translation>{key} kann hier keine Adresse sein, denn der lokale Teil verlangt ein Routing.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview.py" />
      <source>{who}, {messages} in {days} days, would be {after} (was: {before})</source>
      <translation>{who}, {messages} in {days} Tagen, künftig {after} (bisher: {before})</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview.py" />
      <source>of {decisions:,} recorded in {days} days</source>
      <translation>von {decisions:,}, die in {days} Tagen aufgezeichnet wurden</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview.py" />
      <source>Recipients, {seen}: {parts}.</source>
      <translation>Empfänger, {seen}: {parts}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview.py" />
      <source>, logged in as {login}</source>
      <translation>, angemeldet als {login}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview.py" />
      <source>delivered to {names}</source>
      <translation>zugestellt an {names}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview.py" />
      <location filename="../../../server/posthouse_server/store/preview_effect.py" />
      <source>{number:,} messages</source>
      <translation>{number:,} Nachrichten</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview.py" />
      <source>{who}, {messages} to {recipient} in {days} days, would be {after} (was: {before})</source>
      <translation>{who}, {messages} an {recipient} in {days} Tagen, künftig {after} (bisher: {before})</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview.py" />
      <source>Nothing was recorded in the last {days} days, so there is nothing to compare.</source>
      <translation>In den letzten {days} Tagen wurde nichts aufgezeichnet, also gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview.py" />
      <source>Nothing changes: all recipients, {seen}, would be judged and delivered as before.</source>
      <translation>Nichts ändert sich: Alle Empfänger, {seen}, würden wie bisher beurteilt und zugestellt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview.py" />
      <source>{number:,} would be refused</source>
      <translation>{number:,} würden abgelehnt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview.py" />
      <source>{number:,} would be accepted</source>
      <translation>{number:,} würden angenommen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview.py" />
      <source>{number:,} would be delivered elsewhere</source>
      <translation>{number:,} würden anderswohin zugestellt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview_effect.py" />
      <source>{doing}: {flips} in the last {days} days {becomes}</source>
      <translation>{doing}: {flips} in den letzten {days} Tagen {becomes}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview_effect.py" />
      <source>to {recipients} would be {outcome}</source>
      <translation>an {recipients} künftig {outcome}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview_effect.py" />
      <source>{doing}: nothing was recorded in the last {days} days that could show what this changes.</source>
      <translation>{doing}: In den letzten {days} Tagen wurde nichts aufgezeichnet, das zeigen könnte, was sich ändert.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview_effect.py" />
      <source>{doing}: of the mail of the last {days} days, nothing would be judged or delivered otherwise.</source>
      <translation>{doing}: Von der Mail der letzten {days} Tage würde nichts anders beurteilt oder zugestellt.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview_effect.py" />
      <source>{number:,} clients and logins</source>
      <translation>{number:,} Clients und Anmeldungen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview_effect.py" />
      <source>, and {part}</source>
      <translation>, und {part}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview_effect.py" />
      <source>delivered elsewhere</source>
      <translation>anderswohin zugestellt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview_effect.py" />
      <source>to {here} would be refused</source>
      <translation>an {here} würden abgelehnt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview_effect.py" />
      <source>relayed for {relayed} would be refused</source>
      <translation>weitergeleitet für {relayed}, würden abgelehnt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview_effect.py" />
      <source>would be accepted</source>
      <translation>würden angenommen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/preview_effect.py" />
      <source>would go elsewhere</source>
      <translation>gingen anderswohin</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/queues.py" />
      <location filename="../../../server/posthouse_server/store/spool.py" />
      <source>The message {message_id} is not in the spool any more.</source>
      <translation>Die Nachricht {message_id} ist nicht mehr in der Warteschlange.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/queues.py" />
      <location filename="../../../server/posthouse_server/store/spool.py" />
      <source>{folder} could not be read: {strerror}.</source>
      <translation>{folder} ließ sich nicht lesen: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/relay_test_report.py" />
      <source>{word}: {form}, as {client}{who}{by}</source>
      <translation>{word}: {form}, als {client}{who}{by}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/relay_test_report.py" />
      <source>Open relay test {id}, {time:%Y-%m-%d %H:%M:%S}, revision {revision}</source>
      <translation>Test auf offenes Relay {id}, {time:%Y-%m-%d %H:%M:%S}, Revision {revision}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/relay_test_report.py" />
      <source>By {author}, {reason}</source>
      <translation>Von {author}, {reason}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/relay_tests.py" />
      <source>Closed: none of {tested} attempts lets a stranger relay.</source>
      <translation>Geschlossen: Keiner von {tested} Versuchen lässt einen Fremden weiterleiten.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/relay_tests.py" />
      <source>1 form</source>
      <translation>1 Form</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/relay_tests.py" />
      <source>{number} forms</source>
      <translation>{number} Formen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/relay_tests.py" />
      <source>OPEN</source>
      <translation>OFFEN</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/relay_tests.py" />
      <source>OPEN RELAY: strangers can send to foreign addresses by {number} of {tested} attempts, such as: {form}.</source>
      <translation>OFFENES RELAY: Fremde können durch {number} von {tested} Versuchen an fremde Adressen senden, zum Beispiel: {form}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/relay_tests.py" />
      <source>Closed: every stranger is turned away at the connection, so no form was tried.</source>
      <translation>Geschlossen: Jeder Fremde wird schon bei der Verbindung abgewiesen, daher wurde keine Form versucht.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/relay_tests.py" />
      <source>And {number} more that were turned away at the connection.</source>
      <translation>Und {number} weitere, die schon bei der Verbindung abgewiesen wurden.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/relay_tests.py" />
      <source>proves nothing</source>
      <translation>beweist nichts</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/relay_tests.py" />
      <source>closed</source>
      <translation>geschlossen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/relay_tests.py" />
      <source>Not tested</source>
      <translation>Nicht getestet</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/relay_tests.py" />
      <source>Ways in: </source>
      <translation>Zugänge: </translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/relay_tests.py" />
      <source>Strangers: </source>
      <translation>Fremde: </translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/schema.py" />
      <source>{path} does not say by which version of Posthouse it was written (schema {version!r}). Put it back from a backup.</source>
      <translation>{path} sagt nicht, von welcher Version von Posthouse es geschrieben wurde (Schema {version!r}). Stellen Sie es aus einer Sicherung wieder her.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/schema.py" />
      <source>{path} was written by a newer version of Posthouse (schema {version}; this version knows {known}). Install that version, or name another data folder.</source>
      <translation>{path} stammt von einer neueren Version von Posthouse (Schema {version}; diese Version kennt {known}). Installieren Sie jene Version, oder nennen Sie einen anderen Datenordner.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/schema.py" />
      <source>{path} is of an older version of Posthouse, and a server of that version is running on it. Stop that server first; then this version brings the data up to date.</source>
      <translation>{path} stammt von einer älteren Version von Posthouse, und ein Server jener Version läuft damit. Beenden Sie zuerst diesen Server; dann bringt diese Version die Daten auf den neuen Stand.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/schema.py" />
      <source>{path} can't be locked: {strerror}.</source>
      <translation>{path} lässt sich nicht sperren: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/schema.py" />
      <source>The store is unreadable: {error}</source>
      <translation>Der Speicher ist nicht lesbar: {error}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/schema.py" />
      <source>{path} could not be copied to {copy} before its migration: {error}.</source>
      <translation>{path} ließ sich vor der Migration nicht nach {copy} kopieren: {error}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/schema.py" />
      <source>{path} could not be migrated: {error}.</source>
      <translation>{path} ließ sich nicht migrieren: {error}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/set_up.py" />
      <source>Domain {domain} added to post office {domain}</source>
      <translation>Domäne {domain} zum Postoffice {domain} hinzugefügt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/settings_store.py" />
      <source>No difference</source>
      <translation>Kein Unterschied</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/settings_store.py" />
      <source>The settings were changed by {author} at {created_at:%Y-%m-%d %H:%M:%S} UTC (revision {newest}: {summary}). Nothing was saved.</source>
      <translation>Die Einstellungen wurden von {author} am {created_at:%Y-%m-%d %H:%M:%S} UTC geändert (Revision {newest}: {summary}). Es wurde nichts gespeichert.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/settings_store.py" />
      <source>The store holds no settings.</source>
      <translation>Der Speicher enthält keine Einstellungen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/settings_store.py" />
      <source>{path} holds no settings.</source>
      <translation>{path} enthält keine Einstellungen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/settings_store.py" />
      <source>added {added}, removed {removed}</source>
      <translation>hinzugefügt {added}, entfernt {removed}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/settings_store.py" />
      <source>added {entries}</source>
      <translation>hinzugefügt {entries}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/settings_store.py" />
      <source>removed {entries}</source>
      <translation>entfernt {entries}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/settings_store.py" />
      <source>order changed</source>
      <translation>Reihenfolge geändert</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/settings_store.py" />
      <source>Installed defaults</source>
      <translation>Standardwerte installiert</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/settings_store.py" />
      <source>Revision {id} by {author} is not valid: {error}</source>
      <translation>Revision {id} von {author} ist nicht gültig: {error}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/spool.py" />
      <source>{folder} could not be written: {strerror}.</source>
      <translation>{folder} ließ sich nicht schreiben: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/store.py" />
      <source>The trace was damaged and begins anew; what was left of it is kept as {aside}.</source>
      <translation>Das Protokoll war beschädigt und beginnt neu; was davon übrig war, liegt in {aside}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/store.py" />
      <source>The data folder {root} could not be made: {strerror}.</source>
      <translation>Der Datenordner {root} ließ sich nicht anlegen: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/store.py" />
      <source>The damaged {path} could not be put aside: {strerror}.</source>
      <translation>Die beschädigte Datei {path} ließ sich nicht beiseitelegen: {strerror}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/suggestions.py" />
      <source>{office}{known_as} (suggested {time:%Y-%m-%d})</source>
      <translation>{office}{known_as} (vorgeschlagen am {time:%Y-%m-%d})</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/suggestions.py" />
      <source>was refused relay by the hours or the senders of {range}</source>
      <translation>wurde nach Stunden oder Absendern von {range} nicht zum Weiterleiten zugelassen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/suggestions.py" />
      <source>was refused relay</source>
      <translation>wurde nicht zum Weiterleiten zugelassen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/suggestions.py" />
      <source>relays by the wider range {range}</source>
      <translation>leitet über den weiteren Bereich {range} weiter</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/suspicion.py" />
      <source>banned for failed logins</source>
      <translation>gesperrt wegen fehlgeschlagener Anmeldungen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/suspicion.py" />
      <source>banned for refused relays</source>
      <translation>gesperrt wegen abgelehnter Relay-Versuche</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/suspicion.py" />
      <source>banned for failed commands</source>
      <translation>gesperrt wegen fehlgeschlagener Befehle</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/suspicion.py" />
      <source>{who}: {use}; take it only if you know this device</source>
      <translation>{who}: {use}; übernehmen Sie es nur, wenn Sie dieses Gerät kennen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/suspicion.py" />
      <source>1 refused recipient</source>
      <translation>1 abgelehnter Empfänger</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/suspicion.py" />
      <source>{number:,} refused recipients</source>
      <translation>{number:,} abgelehnte Empfänger</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/suspicion.py" />
      <source>a stranger on the Internet</source>
      <translation>ein Fremder im Internet</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/suspicion.py" />
      <source>it behaves as an attacker does</source>
      <translation>es verhält sich wie ein Angreifer</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/suspicion.py" />
      <source>{refused} from 1 sender</source>
      <translation>{refused} von 1 Absender</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/suspicion.py" />
      <source>{refused} from {senders:,} senders</source>
      <translation>{refused} von {senders:,} Absendern</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/suspicion.py" />
      <source>(bounces)</source>
      <translation>(Unzustellbarkeitsmeldungen)</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/suspicion.py" />
      <source>{number:,} failed logins</source>
      <translation>{number:,} fehlgeschlagene Anmeldungen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/trial_rows.py" />
      <source>Revision {revision} is on trial until {time:%H:%M:%S}. Keep it or take it back first; nothing was saved.</source>
      <translation>Revision {revision} ist bis {time:%H:%M:%S} auf Probe. Behalten Sie sie, oder nehmen Sie sie zuerst zurück; es wurde nichts gespeichert.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/trials.py" />
      <source>{why} (revision {revision}): </source>
      <translation>{why} (Revision {revision}): </translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/trials.py" />
      <source>Revision {revision} is not on trial; revision {trial} is.</source>
      <translation>Revision {revision} ist nicht auf Probe; auf Probe ist Revision {trial}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/trials.py" />
      <source>{why}nothing of it was left</source>
      <translation>{why}davon war nichts mehr übrig</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/trials.py" />
      <source>Revision {revision} confirmed</source>
      <translation>Revision {revision} bestätigt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/trials.py" />
      <source>Taken back</source>
      <translation>Zurückgenommen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/trials.py" />
      <source>Trial over, taken back</source>
      <translation>Probezeit vorbei, zurückgenommen</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/trials.py" />
      <source>No change is on trial.</source>
      <translation>Keine Änderung ist auf Probe.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/trials.py" />
      <source>Revision {revision} is not on trial any more.</source>
      <translation>Revision {revision} ist nicht mehr auf Probe.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>Revision {number} reverted: </source>
      <translation>Revision {number} zurückgenommen: </translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>Back to revision {number}: </source>
      <translation>Zurück zu Revision {number}: </translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>Revision {number} changed nothing, so there is nothing to take back.</source>
      <translation>Revision {number} hat nichts geändert, also gibt es nichts zurückzunehmen.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>Revision {number} is the first one; there is nothing before it to go back to.</source>
      <translation>Revision {number} ist die erste; es gibt keine davor, zu der man zurückkehren könnte.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>Nothing of revision {number} is left to take back: it was changed again since.</source>
      <translation>Von Revision {number} ist nichts mehr zurückzunehmen: Es wurde inzwischen wieder geändert.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>Meanwhile {author} has made revision {id}; nothing was changed. Look at it again.</source>
      <translation>Inzwischen hat {author} Revision {id} erstellt; es wurde nichts geändert. Sehen Sie noch einmal nach.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>There is no revision {number}.</source>
      <translation>Die Revision {number} gibt es nicht.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>Revision {id} was made by a version that did not keep enough to take it back: {summary}.</source>
      <translation>Revision {id} stammt von einer Version, die nicht genug aufbewahrt hat, um sie zurückzunehmen: {summary}.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>{label}: removed {entry}</source>
      <translation>{label}: entfernt {entry}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>{label}: added {entry}</source>
      <translation>{label}: hinzugefügt {entry}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>Without the change of revision {number} the settings would not be valid any more: {error}</source>
      <translation>Ohne die Änderung der Revision {number} wären die Einstellungen nicht mehr gültig: {error}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>Revision {id} holds no valid settings: {error}</source>
      <translation>Revision {id} enthält keine gültigen Einstellungen: {error}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>Nothing would change: it is so already.</source>
      <translation>Nichts würde sich ändern: Es ist schon so.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>Nothing would change: it is so already. But revision {trial} is on trial: confirm it or take it back.</source>
      <translation>Nichts würde sich ändern: Es ist schon so. Aber Revision {trial} ist auf Probe: Bestätigen Sie sie, oder nehmen Sie sie zurück.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>Trial of revision {trial}</source>
      <translation>Probezeit der Revision {trial}</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>{label}: removed</source>
      <translation>{label}: entfernt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/way_back.py" />
      <source>{label}: added</source>
      <translation>{label}: hinzugefügt</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/writer.py" />
      <source>The store is closed; nothing more is written.</source>
      <translation>Der Speicher ist geschlossen; es wird nichts mehr geschrieben.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/writer.py" />
      <source>{path} could not be written: the transaction has ended by itself.</source>
      <translation>{path} ließ sich nicht schreiben: Die Transaktion hat sich von selbst beendet.</translation>
    </message>
    <message>
      <location filename="../../../server/posthouse_server/store/writer.py" />
      <source>{path} was moved or replaced by another file.</source>
      <translation>{path} wurde verschoben oder durch eine andere Datei ersetzt.</translation>
    </message>
  </context>
</TS>
