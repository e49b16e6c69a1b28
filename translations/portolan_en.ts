<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ConnectionStates</name>
    <message numerus="yes">
        <source>connected in %n tab(s)</source>
        <translation>
            <numerusform>connected in %n tab</numerusform>
            <numerusform>connected in %n tabs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>connecting in %n tab(s)</source>
        <translation>
            <numerusform>connecting in %n tab</numerusform>
            <numerusform>connecting in %n tabs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>lost in %n tab(s)</source>
        <translation>
            <numerusform>lost in %n tab</numerusform>
            <numerusform>lost in %n tabs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>failed in %n tab(s)</source>
        <translation>
            <numerusform>failed in %n tab</numerusform>
            <numerusform>failed in %n tabs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Findings</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No problem found, %n note(s)</source>
        <translation>
            <numerusform>No problem found, %n note</numerusform>
            <numerusform>No problem found, %n notes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Payload</name>
    <message numerus="yes">
        <source>%n bytes follow the value.</source>
        <translation>
            <numerusform>%n byte follows the value.</numerusform>
            <numerusform>%n bytes follow the value.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n metrics have an alias whose name was told in a birth message that was not received.</source>
        <translation>
            <numerusform>%n metric has an alias whose name was told in a birth message that was not received.</numerusform>
            <numerusform>%n metrics have an alias whose name was told in a birth message that was not received.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Snmp</name>
    <message numerus="yes">
        <source>The system threw away %n message(s) before they were read.</source>
        <translation>
            <numerusform>The system threw away %n message before it was read.</numerusform>
            <numerusform>The system threw away %n messages before they were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were not accepted.</source>
        <translation>
            <numerusform>%n message was not accepted.</numerusform>
            <numerusform>%n messages were not accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n acknowledgement(s) of informs could not be sent.</source>
        <translation>
            <numerusform>%n acknowledgement of an inform could not be sent.</numerusform>
            <numerusform>%n acknowledgements of informs could not be sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) were received, and nothing was lost or rejected.</source>
        <translation>
            <numerusform>%n notification was received, and nothing was lost or rejected.</numerusform>
            <numerusform>%n notifications were received, and nothing was lost or rejected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n interface(s) have another ifIndex now and were matched by name: %1</source>
        <translation>
            <numerusform>%n interface has another ifIndex now and was matched by name: %1</numerusform>
            <numerusform>%n interfaces have another ifIndex now and were matched by name: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read.</source>
        <translation>
            <numerusform>%n line could not be read.</numerusform>
            <numerusform>%n lines could not be read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) stood out of order and were left out.</source>
        <translation>
            <numerusform>%n line stood out of order and was left out.</numerusform>
            <numerusform>%n lines stood out of order and were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) were received and lost before they were kept.</source>
        <translation>
            <numerusform>%n notification was received and lost before they were kept.</numerusform>
            <numerusform>%n notifications were received and lost before they were kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Snmp::Smi</name>
    <message numerus="yes">
        <source>%n more of this kind are not shown.</source>
        <translation>
            <numerusform>%n more of this kind is not shown.</numerusform>
            <numerusform>%n more of this kind are not shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ssh</name>
    <message numerus="yes">
        <source>%n more keys of the agent were not tried.</source>
        <translation>
            <numerusform>%n more key of the agent was not tried.</numerusform>
            <numerusform>%n more keys of the agent were not tried.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::StoreWords</name>
    <message numerus="yes">
        <source>%n profiles are named “%1”.</source>
        <translation>
            <numerusform>%n profile is named “%1”.</numerusform>
            <numerusform>%n profiles are named “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A profile has at most %n tags.</source>
        <translation>
            <numerusform>A profile has at most %n tag.</numerusform>
            <numerusform>A profile has at most %n tags.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profiles cannot be read by this version and are not shown; they stay in the file.</source>
        <translation>
            <numerusform>%n profile cannot be read by this version and is not shown; it stays in the file.</numerusform>
            <numerusform>%n profiles cannot be read by this version and are not shown; they stay in the file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Terminal::PasteDialog</name>
    <message numerus="yes">
        <source>%n line(s) would be pasted.</source>
        <translation>
            <numerusform>%n line would be pasted.</numerusform>
            <numerusform>%n lines would be pasted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n control character(s) would be replaced by spaces.</source>
        <translation>
            <numerusform>%n control character would be replaced by a space.</numerusform>
            <numerusform>%n control characters would be replaced by spaces.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invisible character(s) were removed.</source>
        <translation>
            <numerusform>%n invisible character was removed.</numerusform>
            <numerusform>%n invisible characters were removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n line(s) are shown.</source>
        <translation>
            <numerusform>Only the first line (%n) is shown.</numerusform>
            <numerusform>Only the first %n lines are shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Terminal::TerminalView</name>
    <message numerus="yes">
        <source>The terminal wants to put %n character(s) on the clipboard: “%1”</source>
        <translation>
            <numerusform>The terminal wants to put %n character on the clipboard: “%1”</numerusform>
            <numerusform>The terminal wants to put %n characters on the clipboard: “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 wants to put %n character(s) on the clipboard: “%2”</source>
        <translation>
            <numerusform>%1 wants to put %n character on the clipboard: “%2”</numerusform>
            <numerusform>%1 wants to put %n characters on the clipboard: “%2”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::AddServersDialog</name>
    <message numerus="yes">
        <source>%n sources</source>
        <translation>
            <numerusform>%n source</numerusform>
            <numerusform>%n sources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And %n more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n servers</source>
        <translation>
            <numerusform>Add %n server</numerusform>
            <numerusform>Add %n servers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::AgentDiagnosisPage</name>
    <message numerus="yes">
        <source>At most %n request(s) at once</source>
        <translation>
            <numerusform>At most %n request at once</numerusform>
            <numerusform>At most %n requests at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s) for an answer</source>
        <translation>
            <numerusform>Wait %n second for an answer</numerusform>
            <numerusform>Wait %n seconds for an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ClockChart</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n poll(s) gave no measurement</source>
        <translation>
            <numerusform>%n poll gave no measurement</numerusform>
            <numerusform>%n polls gave no measurement</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ClockDiagnosisPage</name>
    <message numerus="yes">
        <source>Wait %n second(s) for an answer</source>
        <translation>
            <numerusform>Wait %n second for an answer</numerusform>
            <numerusform>Wait %n seconds for an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ClockWords</name>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 and %n other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Asking %n server(s)…</source>
        <translation>
            <numerusform>Asking %n server…</numerusform>
            <numerusform>Asking %n servers…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the %n server(s) has answered.</source>
        <translation>
            <numerusform>None of %n server has answered.</numerusform>
            <numerusform>None of the %n servers has answered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The servers contradict each other: no majority of the %n that answer(s) has a time in common.</source>
        <translation>
            <numerusform>The servers contradict each other: no majority of the %n that answers has a time in common.</numerusform>
            <numerusform>The servers contradict each other: no majority of the %n that answer has a time in common.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n server(s) agree.</source>
        <translation>
            <numerusform>%1 of %n server agrees.</numerusform>
            <numerusform>%1 of %n servers agree.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ConnectionTree</name>
    <message numerus="yes">
        <source>%n connection(s) will be opened, each in a tab of its own.</source>
        <translation>
            <numerusform>%n connection will be opened.</numerusform>
            <numerusform>%n connections will be opened, each in a tab of its own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) will be deleted.</source>
        <translation>
            <numerusform>%n connection will be deleted.</numerusform>
            <numerusform>%n connections will be deleted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) will be deleted</source>
        <translation>
            <numerusform>%n folder will be deleted</numerusform>
            <numerusform>%n folders will be deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, with %n connection(s) in it.</source>
        <translation>
            <numerusform>%1, with %n connection in it.</numerusform>
            <numerusform>%1, with %n connections in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::CredentialsPage</name>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>%n connection</numerusform>
            <numerusform>%n connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) will ask for it again.</source>
        <translation>
            <numerusform>%n connection will ask for it again.</numerusform>
            <numerusform>%n connections will ask for it again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::DiscoveryDialog</name>
    <message numerus="yes">
        <source>%n saved credential(s) could not be read from the keychain.</source>
        <translation>
            <numerusform>%n saved credential could not be read from the keychain.</numerusform>
            <numerusform>%n saved credentials could not be read from the keychain.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>%n agent</numerusform>
            <numerusform>%n agents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) added to the folder SNMP.</source>
        <translation>
            <numerusform>%n connection added to the folder SNMP.</numerusform>
            <numerusform>%n connections added to the folder SNMP.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try the credentials of the SNMP connections, too (%n)</source>
        <translation>
            <numerusform>Try the credential of the SNMP connections, too (%n)</numerusform>
            <numerusform>Try the credentials of the SNMP connections, too (%n)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::EventList</name>
    <message numerus="yes">
        <source>Paused, %n event(s) waiting</source>
        <translation>
            <numerusform>Paused, %n event waiting</numerusform>
            <numerusform>Paused, %n events waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ExplainDrawer</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::GraphPage</name>
    <message numerus="yes">
        <source>Went through zero %n time(s); the rate counts that.</source>
        <translation>
            <numerusform>Went through zero %n time; the rate counts that.</numerusform>
            <numerusform>Went through zero %n times; the rate counts that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Began anew %n time(s); there is no point for that.</source>
        <translation>
            <numerusform>Began anew %n time; there is no point for that.</numerusform>
            <numerusform>Began anew %n times; there is no point for that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The agent has no number for %n of them.</source>
        <translation>
            <numerusform>The agent has no number for %n of them.</numerusform>
            <numerusform>The agent has no number for %n of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A counter or the agent began anew %n time(s).</source>
        <translation>
            <numerusform>A counter or the agent began anew %n time.</numerusform>
            <numerusform>A counter or the agent began anew %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::KeyView</name>
    <message numerus="yes">
        <source>The certificate expires in %n day(s).</source>
        <translation>
            <numerusform>The certificate expires in %n day.</numerusform>
            <numerusform>The certificate expires in %n days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n day(s) left)</source>
        <translation>
            <numerusform>%1 (%n day left)</numerusform>
            <numerusform>%1 (%n days left)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::MainWindow</name>
    <message numerus="yes">
        <source>%n session(s) will end.</source>
        <translation>
            <numerusform>%n session will end.</numerusform>
            <numerusform>%n sessions will end.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::MatrixPage</name>
    <message numerus="yes">
        <source>%n pair(s) of %1 contradict each other (≠).</source>
        <translation>
            <numerusform>%n pair of %1 contradicts each other (≠).</numerusform>
            <numerusform>%n pairs of %1 contradict each other (≠).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::MibPane</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ModuleModel</name>
    <message numerus="yes">
        <source>%n definition(s) have no place in the tree.</source>
        <translation>
            <numerusform>%n definition has no place in the tree.</numerusform>
            <numerusform>%n definitions have no place in the tree.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ModulesPage</name>
    <message numerus="yes">
        <source>%n file(s) read in %1</source>
        <translation>
            <numerusform>%n file read in %1</numerusform>
            <numerusform>%n files read in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>%n with problems</numerusform>
            <numerusform>%n with problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::MqttPanel</name>
    <message numerus="yes">
        <source>Another client with the same client identifier takes the session: %n time(s) so far.</source>
        <translation>
            <numerusform>Another client with the same client identifier takes the session: %n time so far.</numerusform>
            <numerusform>Another client with the same client identifier takes the session: %n times so far.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written to %1.</source>
        <translation>
            <numerusform>%n message written to %1.</numerusform>
            <numerusform>%n messages written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n of them only the beginning was kept.</source>
        <translation>
            <numerusform>Of %n of them only the beginning was kept.</numerusform>
            <numerusform>Of %n of them only the beginning was kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::NtpPanel</name>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 and %n other</numerusform>
            <numerusform>%1 and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) saved: %1</source>
        <translation>
            <numerusform>%n sample saved: %1</numerusform>
            <numerusform>%n samples saved: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ObjectCard</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::PrivacyPage</name>
    <message numerus="yes">
        <source>%n connection(s) remembered</source>
        <translation>
            <numerusform>%n connection remembered</numerusform>
            <numerusform>%n connections remembered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::Questions</name>
    <message numerus="yes">
        <source>%n attempt(s) left.</source>
        <translation>
            <numerusform>%n attempt left.</numerusform>
            <numerusform>%n attempts left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ReplayPage</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) left out: only the beginning was saved.</source>
        <translation>
            <numerusform>%n message left out: only the beginning was saved.</numerusform>
            <numerusform>%n messages left out: only the beginning was saved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Publish %n message(s)…</source>
        <translation>
            <numerusform>Publish %n message…</numerusform>
            <numerusform>Publish %n messages…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are published at this broker: %1.</source>
        <translation>
            <numerusform>%n message is published at this broker: %1.</numerusform>
            <numerusform>%n messages are published at this broker: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them replace(s) what the broker keeps for its topic (retained).</source>
        <translation>
            <numerusform>%n of them replaces what the broker keeps for its topic (retained).</numerusform>
            <numerusform>%n of them replace what the broker keeps for their topics (retained).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them lose(s) properties, which MQTT 3.1.1 does not have.</source>
        <translation>
            <numerusform>%n of them loses properties, which MQTT 3.1.1 does not have.</numerusform>
            <numerusform>%n of them lose properties, which MQTT 3.1.1 does not have.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ResultsPage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>%n row written to %1.</numerusform>
            <numerusform>%n rows written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::RetainedPage</name>
    <message numerus="yes">
        <source>%n retained value(s)</source>
        <translation>
            <numerusform>%n retained value</numerusform>
            <numerusform>%n retained values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n value(s)…</source>
        <translation>
            <numerusform>Delete %n value…</numerusform>
            <numerusform>Delete %n values…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The broker forgets %n retained value(s), for everybody. Before it does, they are written to a file, from which they can be published again.</source>
        <translation>
            <numerusform>The broker forgets %n retained value, for everybody. Before it does, it is written to a file, from which it can be published again.</numerusform>
            <numerusform>The broker forgets %n retained values, for everybody. Before it does, they are written to a file, from which they can be published again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n of them only the beginning is known: these cannot be brought back whole.</source>
        <translation>
            <numerusform>Of %n of them only the beginning is known: it cannot be brought back whole.</numerusform>
            <numerusform>Of %n of them only the beginning is known: these cannot be brought back whole.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SetDialog</name>
    <message numerus="yes">
        <source>Set %n object(s)</source>
        <translation>
            <numerusform>Set %n object</numerusform>
            <numerusform>Set %n objects</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SnapshotsPage</name>
    <message numerus="yes">
        <source>%n object(s) of the agent were kept.</source>
        <translation>
            <numerusform>%n object of the agent was kept.</numerusform>
            <numerusform>%n objects of the agent were kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) are counted and not shown.</source>
        <translation>
            <numerusform>%n difference is counted and not shown.</numerusform>
            <numerusform>%n differences are counted and not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SnmpPanel</name>
    <message numerus="yes">
        <source>%n object(s) were set.</source>
        <translation>
            <numerusform>%n object was set.</numerusform>
            <numerusform>%n objects were set.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) have their former values again.</source>
        <translation>
            <numerusform>%n object has its former value again.</numerusform>
            <numerusform>%n objects have their former values again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n request(s) are on their way to the agent at once now.</source>
        <translation>
            <numerusform>At most %n request is on its way to the agent at once now.</numerusform>
            <numerusform>At most %n requests are on their way to the agent at once now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An answer may take %n second(s) now.</source>
        <translation>
            <numerusform>An answer may take %n second now.</numerusform>
            <numerusform>An answer may take %n seconds now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::Startup</name>
    <message numerus="yes">
        <source>%n tab(s) were open the last time.</source>
        <translation>
            <numerusform>%n tab was open the last time.</numerusform>
            <numerusform>%n tabs were open the last time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SysPage</name>
    <message numerus="yes">
        <source>%n day(s), %1</source>
        <translation>
            <numerusform>%n day, %1</numerusform>
            <numerusform>%n days, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TablePage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n request</numerusform>
            <numerusform>%n requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TopicModel</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TopicPane</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>%n topic</numerusform>
            <numerusform>%n topics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TrapDetail</name>
    <message numerus="yes">
        <source>%n octet(s)</source>
        <translation>
            <numerusform>%n octet</numerusform>
            <numerusform>%n octets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TrapFeed</name>
    <message numerus="yes">
        <source>%n notification(s) written to %1.</source>
        <translation>
            <numerusform>%n notification written to %1.</numerusform>
            <numerusform>%n notifications written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TrapModel</name>
    <message numerus="yes">
        <source>%n more like it were not listed.</source>
        <translation>
            <numerusform>%n more like it was not listed.</numerusform>
            <numerusform>%n more like it were not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TrapPanel</name>
    <message numerus="yes">
        <source>The passwords of %n user(s) of SNMPv3 are not known: what they send is rejected.</source>
        <translation>
            <numerusform>The passwords of %n user of SNMPv3 are not known: what they send is rejected.</numerusform>
            <numerusform>The passwords of %n users of SNMPv3 are not known: what they send is rejected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more alarm(s) within one second.</source>
        <translation>
            <numerusform>%n more alarm within one second.</numerusform>
            <numerusform>%n more alarms within one second.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::Workspace</name>
    <message numerus="yes">
        <source>%n session(s) will end.</source>
        <translation>
            <numerusform>%n session will end.</numerusform>
            <numerusform>%n sessions will end.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%1 MB/s (median of %n rounds)</source>
        <translation>
            <numerusform>%1 MB/s (%n round)</numerusform>
            <numerusform>%1 MB/s (median of %n rounds)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The command did not end within %n seconds.</source>
        <translation>
            <numerusform>The command did not end within %n second.</numerusform>
            <numerusform>The command did not end within %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The system has thrown away %n message(s), because they came faster than they were read.</source>
        <translation>
            <numerusform>The system has thrown away %n message, because it came faster than it was read.</numerusform>
            <numerusform>The system has thrown away %n messages, because they came faster than they were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) were lost, because they were not read in time.</source>
        <translation>
            <numerusform>%n notification was lost, because it was not read in time.</numerusform>
            <numerusform>%n notifications were lost, because they were not read in time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) of %1 in %2.</source>
        <translation>
            <numerusform>%n object of %1 in %2.</numerusform>
            <numerusform>%n objects of %1 in %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>%n object</numerusform>
            <numerusform>%n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No majority: of %n server(s) that vote, no more than half agree.</source>
        <translation>
            <numerusform>No majority: of %n server that votes, no more than half agree.</numerusform>
            <numerusform>No majority: of %n servers that vote, no more than half agree.</numerusform>
        </translation>
    </message>
</context>
</TS>
