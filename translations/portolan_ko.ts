<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>Portolan</name>
    <message>
        <source>No address was given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An address cannot contain spaces or control characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address has no scheme, such as ssh:// in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address is not a valid URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address names no host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port 0 cannot be connected to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
