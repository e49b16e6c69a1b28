<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en">
<context>
    <name>ConnectionStates</name>
    <message numerus="yes">
        <source>connected in %n tab(s)</source>
        <translation>
            <numerusform>탭 %n개 연결됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>connecting in %n tab(s)</source>
        <translation>
            <numerusform>탭 %n개 연결 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>lost in %n tab(s)</source>
        <translation>
            <numerusform>탭 %n개 끊김</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>failed in %n tab(s)</source>
        <translation>
            <numerusform>탭 %n개 실패</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan</name>
    <message>
        <source>No address was given.</source>
        <translation>주소가 입력되지 않았습니다.</translation>
    </message>
    <message>
        <source>An address cannot contain spaces or control characters.</source>
        <translation>주소에는 공백이나 제어 문자를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The address has no scheme, such as ssh:// in front.</source>
        <translation>주소 앞에 ssh:// 같은 스킴이 없습니다.</translation>
    </message>
    <message>
        <source>The address is not a valid URL.</source>
        <translation>주소가 올바른 URL이 아닙니다.</translation>
    </message>
    <message>
        <source>The address names no host.</source>
        <translation>주소에 호스트가 없습니다.</translation>
    </message>
    <message>
        <source>Port 0 cannot be connected to.</source>
        <translation>포트 0에는 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>Desktop console for people who run networks.</source>
        <translation>네트워크를 운영하는 사람을 위한 데스크톱 콘솔입니다.</translation>
    </message>
    <message>
        <source>Addresses to open, such as %1.</source>
        <translation>열 주소입니다. 예: %1</translation>
    </message>
    <message>
        <source>Language of the window for this run: en, ko or system.</source>
        <translation>이번 실행에서 쓸 창의 언어: en, ko 또는 system.</translation>
    </message>
    <message>
        <source>There is no language “%1”; there are: %2</source>
        <translation>“%1”: 지원하지 않는 언어입니다. 지원하는 언어: %2</translation>
    </message>
    <message>
        <source>Run a command in a window of its own. Everything behind it belongs to the command.</source>
        <translation>명령 하나를 별도의 창에서 실행합니다. 뒤에 오는 것은 모두 명령의 일부입니다.</translation>
    </message>
    <message>
        <source>Close a tab when its session ends, however it ends; -e always does.</source>
        <translation>세션이 어떻게 끝나든 탭을 닫습니다. -e에는 항상 적용됩니다.</translation>
    </message>
    <message>
        <source>Start a program of its own even where Portolan is running already.</source>
        <translation>Portolan이 이미 실행 중이어도 별도의 프로그램으로 시작합니다.</translation>
    </message>
    <message>
        <source>-e needs a command behind it.</source>
        <translation>-e 뒤에는 명령이 있어야 합니다.</translation>
    </message>
    <message>
        <source>-e opens one command and no addresses beside it.</source>
        <translation>-e는 명령 하나만 실행하며 주소와 함께 쓸 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Charset</name>
    <message>
        <source>The character set “%1” is not known here, or ASCII is no part of it.</source>
        <translation>알 수 없거나 ASCII를 포함하지 않는 문자 집합입니다: “%1”</translation>
    </message>
    <message>
        <source>Nothing was sent: %1 has no character “%2”.</source>
        <translation>아무것도 보내지 않았습니다. %1 문자 집합에는 다음 문자가 없습니다: “%2”</translation>
    </message>
</context>
<context>
    <name>Portolan::Findings</name>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>정상</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>오류 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>경고 %n건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No problem found, %n note(s)</source>
        <translation>
            <numerusform>문제 없음, 참고 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>찾은 것이 없습니다.</translation>
    </message>
    <message>
        <source>No problem found</source>
        <translation>문제를 찾지 못했습니다</translation>
    </message>
</context>
<context>
    <name>Portolan::Mqtt</name>
    <message>
        <source>“%1” is neither yes nor no.</source>
        <translation>“%1”: yes 또는 no가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is not a number from %2 to %3.</source>
        <translation>“%1”: %2에서 %3 사이의 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is not a header. It is written as NAME: VALUE.</source>
        <translation>“%1”: 헤더가 아닙니다. NAME: VALUE 형식으로 적습니다.</translation>
    </message>
    <message>
        <source>The header %1 holds a secret, which an address may not. With http_auth=basic or http_auth=bearer it is made from the password.</source>
        <translation>%1 헤더에는 비밀 정보가 들어 있어 주소에 적을 수 없습니다. http_auth=basic 또는 http_auth=bearer를 쓰면 비밀번호로 이 헤더를 만듭니다.</translation>
    </message>
    <message>
        <source>“%1” is not the SHA-256 fingerprint of a certificate: 64 hexadecimal digits.</source>
        <translation>“%1”: 인증서의 SHA-256 지문이 아닙니다. 16진수 64자리여야 합니다.</translation>
    </message>
    <message>
        <source>HTTP authorisation is one of none, basic and bearer, not “%1”.</source>
        <translation>HTTP 인증은 none, basic, bearer 가운데 하나입니다. 입력한 값: “%1”.</translation>
    </message>
    <message>
        <source>The keepalive time is 0 for none, or at least %1 seconds.</source>
        <translation>연결 유지(keepalive) 시간은 쓰지 않으면 0, 쓰면 %1초 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>The version of MQTT is 5 or 3.1.1, not “%1”.</source>
        <translation>MQTT 버전은 5 또는 3.1.1입니다. 입력한 값: “%1”.</translation>
    </message>
    <message>
        <source>A will needs a topic: the option will_topic is missing.</source>
        <translation>유언 메시지(LWT)에는 토픽이 필요합니다. will_topic 옵션이 없습니다.</translation>
    </message>
    <message>
        <source>A client certificate and its key go together: one of the options cert and key is missing.</source>
        <translation>클라이언트 인증서와 키는 함께 지정해야 합니다. cert와 key 옵션 가운데 하나가 없습니다.</translation>
    </message>
    <message>
        <source>The address has options of TLS, and its scheme %1 has no TLS.</source>
        <translation>주소에 TLS 옵션이 있지만 %1 스킴은 TLS를 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>The address has options that MQTT 3.1.1 does not know: expiry, receive_max, max_packet and will_delay need version=5.</source>
        <translation>주소에 MQTT 3.1.1에 없는 옵션이 있습니다. expiry, receive_max, max_packet, will_delay에는 version=5가 필요합니다.</translation>
    </message>
    <message>
        <source>“%1” is not the address of an MQTT broker.</source>
        <translation>“%1”: MQTT 브로커의 주소가 아닙니다.</translation>
    </message>
    <message>
        <source>The address of an MQTT broker has no path behind the host. Topics are given with the option topic.</source>
        <translation>MQTT 브로커의 주소에는 호스트 뒤에 경로를 적지 않습니다. 토픽은 topic 옵션으로 지정합니다.</translation>
    </message>
    <message>
        <source>The address of an MQTT broker has no option “%1”.</source>
        <translation>MQTT 브로커의 주소에 “%1” 옵션은 없습니다.</translation>
    </message>
    <message>
        <source>The option “%1” of the address has no value.</source>
        <translation>주소의 “%1” 옵션에 값이 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1: 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>A folder of .proto files and the name of a message go together.</source>
        <translation>.proto 파일 폴더와 메시지 이름은 함께 지정해야 합니다.</translation>
    </message>
    <message>
        <source>There are too many rules.</source>
        <translation>규칙이 너무 많습니다.</translation>
    </message>
    <message>
        <source>Rule %1: %2</source>
        <translation>규칙 %1: %2</translation>
    </message>
    <message>
        <source>Decoder rules are a list.</source>
        <translation>디코더 규칙은 목록이어야 합니다.</translation>
    </message>
    <message>
        <source>Rule %1: there is no decoder “%2”.</source>
        <translation>규칙 %1: 없는 디코더입니다. “%2”</translation>
    </message>
    <message>
        <source>This is not a file of MQTT messages.</source>
        <translation>MQTT 메시지 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>This is not Base64.</source>
        <translation>Base64가 아닙니다.</translation>
    </message>
    <message>
        <source>A newer version wrote this file.</source>
        <translation>더 새로운 버전에서 저장한 파일입니다.</translation>
    </message>
    <message>
        <source>The quality of service is 0, 1 or 2.</source>
        <translation>QoS는 0, 1, 2 중 하나입니다.</translation>
    </message>
    <message>
        <source>The number is too large.</source>
        <translation>수가 너무 큽니다.</translation>
    </message>
    <message>
        <source>The time is not written as in ISO 8601.</source>
        <translation>시각이 ISO 8601 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>A property has at most 65,535 bytes.</source>
        <translation>속성은 최대 65,535바이트입니다.</translation>
    </message>
    <message>
        <source>This message has no topic.</source>
        <translation>이 메시지에는 토픽이 없습니다.</translation>
    </message>
    <message>
        <source>This message has no payload.</source>
        <translation>이 메시지에는 페이로드가 없습니다.</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>파일이 너무 큽니다.</translation>
    </message>
    <message>
        <source>The broker closed the connection.</source>
        <translation>브로커가 연결을 닫았습니다.</translation>
    </message>
    <message>
        <source>The broker has stopped answering: it was silent for the keepalive time.</source>
        <translation>브로커가 응답을 멈췄습니다. 연결 유지(keepalive) 시간 동안 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>What the broker sent is not valid MQTT.</source>
        <translation>브로커가 보낸 데이터가 올바른 MQTT가 아닙니다.</translation>
    </message>
    <message>
        <source>The message is larger than the broker allows.</source>
        <translation>메시지가 브로커의 허용 크기보다 큽니다.</translation>
    </message>
    <message>
        <source>There is not enough memory for what the broker sent.</source>
        <translation>브로커가 보낸 데이터를 받을 메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>The connection to the broker was lost.</source>
        <translation>브로커와의 연결이 끊어졌습니다.</translation>
    </message>
    <message>
        <source>The broker does not let this client in: the user name or the password is wrong, or the user may not connect.</source>
        <translation>브로커가 이 클라이언트의 접속을 거부했습니다. 사용자 이름이나 비밀번호가 틀렸거나 접속 권한이 없는 사용자입니다.</translation>
    </message>
    <message>
        <source>The broker answered with a code that MQTT does not have: %1</source>
        <translation>브로커가 MQTT에 없는 코드로 응답했습니다: %1</translation>
    </message>
    <message>
        <source>The broker answered: %1</source>
        <translation>브로커의 응답: %1</translation>
    </message>
    <message>
        <source>A topic has at least one character.</source>
        <translation>토픽은 한 글자 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>A topic has at most 65,535 bytes.</source>
        <translation>토픽은 최대 65,535바이트입니다.</translation>
    </message>
    <message>
        <source>A topic cannot contain the character NUL.</source>
        <translation>토픽에는 NUL 문자를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>A topic is written in UTF-8.</source>
        <translation>토픽은 UTF-8로 적어야 합니다.</translation>
    </message>
    <message>
        <source>A message cannot be published to a topic with + or #: these are for subscribing.</source>
        <translation>+나 #이 있는 토픽에는 발행할 수 없습니다. 이 문자는 구독에 씁니다.</translation>
    </message>
    <message>
        <source>A shared subscription is $share/GROUP/FILTER, and the group has no + or #.</source>
        <translation>공유 구독은 $share/그룹/필터 형식이며 그룹에는 +나 #을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source># stands for all levels below and is the last one.</source>
        <translation>#은 그 아래 모든 단계를 뜻하며 맨 끝에만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>+ and # stand for whole levels: between two / and alone.</source>
        <translation>+와 #은 한 단계 전체를 대신합니다. / 사이에 단독으로 적어야 합니다.</translation>
    </message>
    <message>
        <source>TCP connection</source>
        <translation>TCP 연결</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>MQTT connection</source>
        <translation>MQTT 연결</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>The folder %1 has no message %2.</source>
        <translation>폴더 %1에 없는 메시지입니다: %2</translation>
    </message>
    <message>
        <source>The connection was not made in time.</source>
        <translation>제한 시간 안에 연결하지 못했습니다.</translation>
    </message>
    <message>
        <source>The broker ended the connection %1 times right after it was made. Most likely another client uses the same identifier, %2, and each pushes the other out.</source>
        <translation>연결 직후 브로커가 연결을 %1번 끊었습니다. 같은 클라이언트 ID를 쓰는 다른 클라이언트와 서로 세션을 가로채고 있을 가능성이 큽니다. 클라이언트 ID: %2</translation>
    </message>
    <message>
        <source>Everything that was looked at at %1 is in order.</source>
        <translation>%1: 확인한 항목이 모두 정상입니다.</translation>
    </message>
    <message>
        <source>%1 let this client in within %2 ms.</source>
        <translation>%1: %2 ms 만에 접속했습니다.</translation>
    </message>
    <message>
        <source>%1 speaks MQTT %2 only.</source>
        <translation>%1: MQTT %2만 지원합니다.</translation>
    </message>
    <message>
        <source>Set the version of this connection to the one that works.</source>
        <translation>이 연결의 버전을 지원되는 버전으로 바꾸십시오.</translation>
    </message>
    <message>
        <source>%1 cannot be reached on port %2: %3</source>
        <translation>%1: 포트 %2에 연결할 수 없습니다. %3</translation>
    </message>
    <message>
        <source>Check the name, the port and the network. 1883 is the usual port without TLS, 8883 the one with TLS, 80 or 443 those of WebSocket.</source>
        <translation>이름, 포트, 네트워크를 확인하십시오. 흔히 쓰는 포트는 TLS 없이 1883, TLS는 8883, WebSocket은 80 또는 443입니다.</translation>
    </message>
    <message>
        <source>What answers at %1 on port %2 does not speak MQTT as it should: %3</source>
        <translation>%1: 포트 %2의 상대가 MQTT로 제대로 응답하지 않습니다. %3</translation>
    </message>
    <message>
        <source>Check the port and the kind of connection: a port for TLS or WebSocket stays silent or closes when plain MQTT comes, and the other way round.</source>
        <translation>포트와 연결 종류를 확인하십시오. TLS나 WebSocket 포트에 일반 MQTT로 연결하면 응답이 없거나 연결이 닫히며, 그 반대도 마찬가지입니다.</translation>
    </message>
    <message>
        <source>The connection was lost: %1</source>
        <translation>연결이 끊어졌습니다: %1</translation>
    </message>
    <message>
        <source>The transcript shows the last packets before it.</source>
        <translation>통신 기록에서 끊어지기 직전의 패킷을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed.</source>
        <translation>%1: TLS 핸드셰이크에 실패했습니다.</translation>
    </message>
    <message>
        <source>The port may speak without TLS, want a client certificate, or know no common version or cipher. The evidence has the words of the library.</source>
        <translation>TLS를 쓰지 않는 포트이거나, 클라이언트 인증서가 필요하거나, 공통으로 지원하는 버전이나 암호가 없을 수 있습니다. 근거에 라이브러리의 메시지가 있습니다.</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed, although a client certificate was offered.</source>
        <translation>%1: 클라이언트 인증서를 제시했지만 TLS 핸드셰이크에 실패했습니다.</translation>
    </message>
    <message>
        <source>The broker may not know the authority that signed the certificate, or it has expired. Its log says which.</source>
        <translation>인증서를 발급한 기관을 브로커가 신뢰하지 않거나 인증서가 만료되었을 수 있습니다. 브로커의 로그에서 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 completed the TLS handshake and then hung up: it may want a client certificate.</source>
        <translation>%1: TLS 핸드셰이크를 마친 뒤 연결을 끊었습니다. 클라이언트 인증서가 필요한 것으로 보입니다.</translation>
    </message>
    <message>
        <source>Name a certificate and its key in this connection.</source>
        <translation>이 연결에 인증서와 키를 지정하십시오.</translation>
    </message>
    <message>
        <source>Name the authority that signed it (option ca), or compare the fingerprint over another way and trust this one certificate. A wrong host name means the wrong address, or a certificate that lacks a name.</source>
        <translation>발급 기관의 인증서를 지정하거나(ca 옵션), 다른 경로로 지문을 대조한 뒤 이 인증서만 신뢰하십시오. 호스트 이름이 다르면 주소가 틀렸거나 인증서에 그 이름이 빠진 것입니다.</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one that is trusted.</source>
        <translation>%1: 신뢰하도록 지정한 것과 다른 인증서를 제시했습니다.</translation>
    </message>
    <message>
        <source>It may have been renewed, or somebody stands between. Ask whoever runs the broker before you trust the new one.</source>
        <translation>인증서가 갱신되었거나 누군가 중간에서 가로채고 있을 수 있습니다. 새 인증서를 신뢰하기 전에 브로커 운영자에게 확인하십시오.</translation>
    </message>
    <message>
        <source>The certificate of %1 was not checked or is not right, and was accepted.</source>
        <translation>%1: 인증서를 확인하지 않았거나 올바르지 않은데도 받아들였습니다.</translation>
    </message>
    <message>
        <source>Anybody on the way can read and change everything, the password too.</source>
        <translation>경로에 있는 누구나 비밀번호를 포함한 모든 내용을 읽고 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>The certificate of the broker ends in %1 days.</source>
        <translation>브로커의 인증서가 %1일 뒤에 만료됩니다.</translation>
    </message>
    <message>
        <source>Have it renewed.</source>
        <translation>갱신하십시오.</translation>
    </message>
    <message>
        <source>The broker chose none of the offered protocols: %1.</source>
        <translation>브로커가 제시한 프로토콜을 하나도 선택하지 않았습니다: %1.</translation>
    </message>
    <message>
        <source>Some cloud services on port 443 need it; others ignore it.</source>
        <translation>포트 443을 쓰는 일부 클라우드 서비스에는 ALPN이 필요하고, 나머지는 무시합니다.</translation>
    </message>
    <message>
        <source>The connection is encrypted with %1, %2.</source>
        <translation>연결이 암호화되었습니다: %1, %2.</translation>
    </message>
    <message>
        <source>%1 opens no WebSocket at %2: %3</source>
        <translation>%1: %2 경로에서 WebSocket을 열 수 없습니다. %3</translation>
    </message>
    <message>
        <source>Check the path, often /mqtt or /ws, and whether a proxy in front passes WebSocket on (Upgrade and Connection headers).</source>
        <translation>경로(흔히 /mqtt 또는 /ws)와 앞단 프록시가 WebSocket을 전달하는지(Upgrade, Connection 헤더) 확인하십시오.</translation>
    </message>
    <message>
        <source>The connection to %1 is not encrypted.</source>
        <translation>%1: 연결이 암호화되지 않았습니다.</translation>
    </message>
    <message>
        <source>On networks that others share, use mqtts:// or mqtt+wss://.</source>
        <translation>다른 사람과 함께 쓰는 네트워크에서는 mqtts:// 또는 mqtt+wss://를 쓰십시오.</translation>
    </message>
    <message>
        <source>The password for %1 goes over the network in the clear.</source>
        <translation>%1: 비밀번호가 암호화되지 않은 채 네트워크로 전송됩니다.</translation>
    </message>
    <message>
        <source>Use mqtts:// or mqtt+wss://, and change the password once that works.</source>
        <translation>mqtts:// 또는 mqtt+wss://를 쓰고, 연결되면 비밀번호를 바꾸십시오.</translation>
    </message>
    <message>
        <source>%1 lets nobody in without a user name.</source>
        <translation>%1: 사용자 이름 없이는 접속할 수 없습니다.</translation>
    </message>
    <message>
        <source>Give a user name and a password, or a client certificate where the broker wants that.</source>
        <translation>사용자 이름과 비밀번호를 지정하십시오. 브로커가 요구하면 클라이언트 인증서를 지정하십시오.</translation>
    </message>
    <message>
        <source>%1 was not let in, and no password was given.</source>
        <translation>%1: 접속이 거부되었으며 비밀번호를 지정하지 않았습니다.</translation>
    </message>
    <message>
        <source>Give the password of this user.</source>
        <translation>이 사용자의 비밀번호를 지정하십시오.</translation>
    </message>
    <message>
        <source>The broker does not let %1 in.</source>
        <translation>%1: 브로커가 접속을 거부했습니다.</translation>
    </message>
    <message>
        <source>The user name or the password is wrong, or the user may not connect from here. mosquitto tells no difference; its log does. It is not tried again by itself, so that no account is locked.</source>
        <translation>사용자 이름이나 비밀번호가 틀렸거나 여기서 접속할 수 없는 사용자입니다. mosquitto의 응답으로는 구분할 수 없고 로그에서 확인할 수 있습니다. 계정이 잠기지 않도록 자동으로 다시 시도하지 않습니다.</translation>
    </message>
    <message>
        <source>The broker does not accept the client identifier %1.</source>
        <translation>브로커가 받아들이지 않는 클라이언트 ID: %1</translation>
    </message>
    <message>
        <source>Some brokers want a fixed one for each user, or letters and digits only, at most 23.</source>
        <translation>사용자마다 정해진 ID를 요구하거나, 영문자와 숫자 23자 이내만 허용하는 브로커가 있습니다.</translation>
    </message>
    <message>
        <source>%1 has banned this client.</source>
        <translation>%1: 이 클라이언트를 차단했습니다.</translation>
    </message>
    <message>
        <source>Ask whoever runs the broker; trying again may make it last longer.</source>
        <translation>브로커 운영자에게 문의하십시오. 다시 시도하면 차단이 길어질 수 있습니다.</translation>
    </message>
    <message>
        <source>The broker asks to use another one: %1</source>
        <translation>브로커가 다른 브로커를 쓰라고 안내합니다: %1</translation>
    </message>
    <message>
        <source>Change the address of this connection.</source>
        <translation>이 연결의 주소를 바꾸십시오.</translation>
    </message>
    <message>
        <source>The broker refused the connection: %1</source>
        <translation>브로커가 연결을 거부했습니다: %1</translation>
    </message>
    <message>
        <source>The broker offers QoS %1 at most.</source>
        <translation>브로커가 지원하는 최대 QoS: %1.</translation>
    </message>
    <message>
        <source>Messages of a higher QoS are refused, and subscriptions get less than they ask for.</source>
        <translation>더 높은 QoS의 메시지는 거부되고, 구독은 요청보다 낮은 QoS로 허용됩니다.</translation>
    </message>
    <message>
        <source>The broker keeps no retained messages.</source>
        <translation>브로커가 보존 메시지를 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>Whoever subscribes later gets no last value.</source>
        <translation>나중에 구독하면 마지막 값을 받을 수 없습니다.</translation>
    </message>
    <message>
        <source>The broker takes no subscription with + or #.</source>
        <translation>브로커가 +나 #을 쓰는 구독을 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>Name each topic.</source>
        <translation>토픽을 하나씩 지정하십시오.</translation>
    </message>
    <message>
        <source>The broker has no shared subscriptions.</source>
        <translation>브로커가 공유 구독을 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>The broker takes packets of %1 bytes at most.</source>
        <translation>브로커가 받는 최대 패킷 크기: %1바이트.</translation>
    </message>
    <message>
        <source>The broker takes %1 messages at a time without an answer.</source>
        <translation>브로커가 확인 응답 전에 한 번에 받는 메시지 수: %1.</translation>
    </message>
    <message>
        <source>More wait on this side.</source>
        <translation>나머지는 이쪽에서 기다립니다.</translation>
    </message>
    <message>
        <source>The broker wants a keepalive time of %1 seconds instead of %2.</source>
        <translation>브로커가 연결 유지(keepalive) 시간을 %2초 대신 %1초로 정했습니다.</translation>
    </message>
    <message>
        <source>Each connection begins a new session.</source>
        <translation>연결할 때마다 새 세션을 시작합니다.</translation>
    </message>
    <message>
        <source>What is published while this client is away is not kept for it. For that, use clean=no with a fixed client identifier.</source>
        <translation>연결이 없는 동안 발행된 메시지는 보관되지 않습니다. 보관하려면 고정된 클라이언트 ID와 함께 clean=no를 쓰십시오.</translation>
    </message>
    <message>
        <source>The broker keeps the session for %1 seconds after a connection.</source>
        <translation>브로커가 연결이 끝난 뒤 %1초 동안 세션을 유지합니다.</translation>
    </message>
    <message>
        <source>The broker keeps the session after a connection, for as long as it likes.</source>
        <translation>브로커가 연결이 끝난 뒤에도 세션을 유지합니다. 기간은 브로커가 정합니다.</translation>
    </message>
    <message>
        <source>The session is to go on, but ends with each connection: its expiry is 0.</source>
        <translation>세션을 이어 쓰도록 설정했지만 만료 시간이 0이어서 연결과 함께 끝납니다.</translation>
    </message>
    <message>
        <source>With MQTT 5 also set expiry to a number of seconds.</source>
        <translation>MQTT 5에서는 expiry도 초 단위로 지정하십시오.</translation>
    </message>
    <message>
        <source>A session that lasts got all %1 messages that came meanwhile.</source>
        <translation>지속 세션이 그동안 온 메시지 %1개를 모두 받았습니다.</translation>
    </message>
    <message>
        <source>A session that lasts missed %1 of %2 messages that came meanwhile.</source>
        <translation>지속 세션이 그동안 온 메시지 %2개 가운데 %1개를 받지 못했습니다.</translation>
    </message>
    <message>
        <source>The broker keeps no sessions, or fewer messages in each (mosquitto: persistence, max_queued_messages).</source>
        <translation>브로커가 세션을 유지하지 않거나 세션마다 보관하는 메시지 수가 더 적습니다(mosquitto: persistence, max_queued_messages).</translation>
    </message>
    <message>
        <source>Another client with the identifier %2 pushed this one out, %1 times in half a minute.</source>
        <translation>다른 클라이언트가 같은 클라이언트 ID로 30초 동안 세션을 %1번 가로챘습니다: %2</translation>
    </message>
    <message>
        <source>Give each client an identifier of its own.</source>
        <translation>클라이언트마다 고유한 ID를 지정하십시오.</translation>
    </message>
    <message>
        <source>The subscription to %1 was refused: %2</source>
        <translation>구독이 거부되었습니다(%1): %2</translation>
    </message>
    <message>
        <source>For %1 QoS %2 was asked and QoS %3 granted.</source>
        <translation>%1: QoS %2 구독을 요청했으나 QoS %3만 허용되었습니다.</translation>
    </message>
    <message>
        <source>%1 can be written and read.</source>
        <translation>%1: 쓰기와 읽기가 모두 됩니다.</translation>
    </message>
    <message>
        <source>%1 can be neither written nor read.</source>
        <translation>%1: 쓰기와 읽기가 모두 되지 않습니다.</translation>
    </message>
    <message>
        <source>The ACL of the broker does not allow it to this user.</source>
        <translation>브로커의 ACL이 이 사용자에게 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1: 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The ACL of the broker does not allow it to this user. With QoS 0, or MQTT 3.1.1, the same would be lost without a word.</source>
        <translation>브로커의 ACL이 이 사용자에게 허용하지 않습니다. QoS 0이나 MQTT 3.1.1에서는 아무 알림 없이 유실됩니다.</translation>
    </message>
    <message>
        <source>%1 can be written but not read.</source>
        <translation>%1: 쓸 수 있지만 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The ACL of the broker does not allow reading it to this user.</source>
        <translation>브로커의 ACL이 이 사용자에게 읽기를 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 can be written but not read, although the subscription was granted.</source>
        <translation>%1: 구독은 허용되었지만 쓰기만 되고 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>A grant proves nothing: many brokers grant every subscription and then leave out what the ACL forbids.</source>
        <translation>구독 허용은 증거가 아닙니다. 모든 구독을 허용해 놓고 ACL이 금지한 메시지를 보내지 않는 브로커가 많습니다.</translation>
    </message>
    <message>
        <source>Whether %1 can be written or read is not known: no message came round.</source>
        <translation>%1: 쓰기와 읽기가 되는지 알 수 없습니다. 돌아온 메시지가 없습니다.</translation>
    </message>
    <message>
        <source>MQTT 3.1.1 does not tell whether a message was refused. With version=5 the broker may say so.</source>
        <translation>MQTT 3.1.1은 메시지가 거부되었는지 알려 주지 않습니다. version=5를 쓰면 브로커가 알려 줄 수 있습니다.</translation>
    </message>
    <message>
        <source>At QoS %1 all %2 messages arrived once and in order, in %3 ms (median).</source>
        <translation>QoS %1: 메시지 %2개가 모두 한 번씩 순서대로 도착했습니다(중앙값 %3 ms).</translation>
    </message>
    <message>
        <source>At QoS %1 no message arrived.</source>
        <translation>QoS %1: 도착한 메시지가 없습니다.</translation>
    </message>
    <message>
        <source>See what can be written and read: most likely the ACL does not allow it.</source>
        <translation>쓰기와 읽기 권한을 확인하십시오. ACL이 허용하지 않을 가능성이 큽니다.</translation>
    </message>
    <message>
        <source>At QoS %1, %2 of %3 messages were lost.</source>
        <translation>QoS %1: 메시지 %3개 가운데 %2개가 유실되었습니다.</translation>
    </message>
    <message>
        <source>At QoS 0 brokers drop what a subscriber takes too slowly; at QoS 1 and 2 only when a queue is full (mosquitto: max_queued_messages, max_inflight_messages).</source>
        <translation>QoS 0에서는 구독자가 느리면 브로커가 메시지를 버립니다. QoS 1과 2에서는 대기열이 가득 찼을 때만 버립니다(mosquitto: max_queued_messages, max_inflight_messages).</translation>
    </message>
    <message>
        <source>At QoS %1, %2 messages arrived more than once.</source>
        <translation>QoS %1: 메시지 %2개가 두 번 이상 도착했습니다.</translation>
    </message>
    <message>
        <source>QoS 1 allows it, after a connection was lost; QoS 2 never. Overlapping subscriptions do it too.</source>
        <translation>QoS 1은 연결이 끊긴 뒤에 이를 허용하지만 QoS 2는 허용하지 않습니다. 구독이 겹쳐도 이렇게 됩니다.</translation>
    </message>
    <message>
        <source>At QoS %1, %2 messages arrived out of order.</source>
        <translation>QoS %1: 메시지 %2개가 순서와 다르게 도착했습니다.</translation>
    </message>
    <message>
        <source>Within one topic and QoS the order is guaranteed. Clusters and bridges with several ways break it.</source>
        <translation>같은 토픽과 QoS에서는 순서가 보장됩니다. 경로가 여럿인 클러스터나 브리지에서는 깨질 수 있습니다.</translation>
    </message>
    <message>
        <source>Messages of QoS %1 arrived as QoS %2.</source>
        <translation>메시지의 QoS가 낮아져 도착했습니다: %1 → %2.</translation>
    </message>
    <message>
        <source>The lower of the QoS of the message and of the subscription counts.</source>
        <translation>메시지와 구독의 QoS 가운데 낮은 쪽이 적용됩니다.</translation>
    </message>
    <message>
        <source>At QoS %1 one message in a hundred took %2 ms or more.</source>
        <translation>QoS %1: 메시지 100개 가운데 1개는 %2 ms 이상 걸렸습니다.</translation>
    </message>
    <message>
        <source>Look at the load of the broker and at the way there.</source>
        <translation>브로커의 부하와 경로를 확인하십시오.</translation>
    </message>
    <message>
        <source>All %1 retained messages of %2 arrived.</source>
        <translation>%2: 보존 메시지 %1개가 모두 도착했습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 retained messages arrived for %3.</source>
        <translation>%3: 보존 메시지 %2개 가운데 %1개만 도착했습니다.</translation>
    </message>
    <message>
        <source>The broker drops what does not fit into its queue, without a word. Read at QoS 0, which needs no queue, or raise the limit (mosquitto: max_queued_messages).</source>
        <translation>브로커는 대기열에 들어가지 않는 메시지를 알림 없이 버립니다. 대기열이 필요 없는 QoS 0으로 읽거나 한도를 늘리십시오(mosquitto: max_queued_messages).</translation>
    </message>
    <message>
        <source>%1 retained messages of %2 arrived; nobody says how many there are.</source>
        <translation>%2: 보존 메시지 %1개가 도착했습니다. 전체 개수는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>$SYS counts those of all topics only, where it may be read at all.</source>
        <translation>$SYS는 읽을 수 있더라도 전체 토픽의 개수만 알려 줍니다.</translation>
    </message>
    <message>
        <source>Of %3 messages published without a connection %1 went out later; %2 were refused at once and told.</source>
        <translation>연결 없이 발행한 메시지 %3개 가운데 %1개는 나중에 전송되었고, %2개는 바로 거부하고 알렸습니다.</translation>
    </message>
    <message>
        <source>The queue on this side is bounded, so that a flood does not eat the memory.</source>
        <translation>메시지가 쏟아져도 메모리를 다 쓰지 않도록 이쪽 대기열에는 한도가 있습니다.</translation>
    </message>
    <message>
        <source>Of %3 messages published without a connection %1 arrived and %2 were refused at once; the rest was lost.</source>
        <translation>연결 없이 발행한 메시지 %3개 가운데 %1개가 도착했고 %2개는 바로 거부되었으며 나머지는 유실되었습니다.</translation>
    </message>
    <message>
        <source>The broker published the last will %1 ms after the connection was cut.</source>
        <translation>연결을 끊은 지 %1 ms 뒤에 브로커가 유언 메시지(LWT)를 발행했습니다.</translation>
    </message>
    <message>
        <source>The broker did not publish the last will after the connection was cut.</source>
        <translation>연결을 끊은 뒤 브로커가 유언 메시지(LWT)를 발행하지 않았습니다.</translation>
    </message>
    <message>
        <source>The ACL may not allow the topic, or the broker waits for the keepalive time: some proxies in front hide the end of a connection.</source>
        <translation>ACL이 그 토픽을 허용하지 않거나 브로커가 연결 유지(keepalive) 시간을 기다리는 것일 수 있습니다. 앞단 프록시가 연결 종료를 가리기도 합니다.</translation>
    </message>
    <message>
        <source>At QoS %1 all %5 messages went from %2 to %3, in %6 ms (median).</source>
        <translation>QoS %1: 메시지 %5개가 모두 전달되었습니다(%2 → %3, 중앙값 %6 ms).</translation>
    </message>
    <message>
        <source>At QoS %1, %4 of %5 messages from %2 did not arrive at %3.</source>
        <translation>QoS %1: 메시지 %5개 가운데 %4개가 도착하지 않았습니다(%2 → %3).</translation>
    </message>
    <message>
        <source>At QoS %1 no message from %2 arrived at %3.</source>
        <translation>QoS %1: 도착한 메시지가 없습니다(%2 → %3).</translation>
    </message>
    <message>
        <source>The bridge may not carry this topic: look at its topic lines.</source>
        <translation>브리지가 이 토픽을 전달하지 않을 수 있습니다. 브리지 설정의 topic 줄을 확인하십시오.</translation>
    </message>
    <message>
        <source>The second broker, %1, cannot be used: %2</source>
        <translation>%1: 두 번째 브로커를 쓸 수 없습니다. %2</translation>
    </message>
    <message>
        <source>The bridge %1 is not connected.</source>
        <translation>연결되지 않은 브리지: %1.</translation>
    </message>
    <message>
        <source>Of %2 retained messages %1 are kept at %3.</source>
        <translation>%3: 보존 메시지 %2개 가운데 %1개만 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>A bridge passes the retain flag on only where it is told to (mosquitto: bridge_outgoing_retain).</source>
        <translation>브리지는 설정한 경우에만 보존 플래그를 전달합니다(mosquitto: bridge_outgoing_retain).</translation>
    </message>
    <message>
        <source>Nothing is odd about the %1 topics seen.</source>
        <translation>확인한 토픽 %1개에서 이상한 점이 없습니다.</translation>
    </message>
    <message>
        <source>This client subscribes to nearly everything: %1.</source>
        <translation>이 클라이언트가 거의 모든 토픽을 구독합니다: %1.</translation>
    </message>
    <message>
        <source>Brokers with many topics may throttle or ban that. Subscribe to the branches you need.</source>
        <translation>토픽이 많은 브로커는 이런 구독을 제한하거나 차단할 수 있습니다. 필요한 가지만 구독하십시오.</translation>
    </message>
    <message>
        <source>The deepest topic has %1 levels.</source>
        <translation>가장 깊은 토픽이 %1단계입니다.</translation>
    </message>
    <message>
        <source>Deep topics are long in every message; most designs need five to seven.</source>
        <translation>깊은 토픽은 메시지마다 길이를 차지합니다. 대개 5~7단계면 충분합니다.</translation>
    </message>
    <message>
        <source>%1 names stand on one level, below “%2”.</source>
        <translation>한 단계에 이름이 %1개 있습니다(“%2” 아래).</translation>
    </message>
    <message>
        <source>Identifiers that never end belong into the payload, or below a level that groups them.</source>
        <translation>끝없이 늘어나는 식별자는 페이로드에 넣거나 묶음 단계 아래에 두십시오.</translation>
    </message>
    <message>
        <source>%1 of %2 topics had one message only, which was not kept.</source>
        <translation>토픽 %2개 가운데 %1개는 메시지가 하나뿐이고 보존되지 않았습니다.</translation>
    </message>
    <message>
        <source>Topics look like events: an identifier of each event in the topic makes their number grow without an end.</source>
        <translation>토픽이 이벤트처럼 쓰이고 있습니다. 토픽에 이벤트 식별자를 넣으면 토픽이 끝없이 늘어납니다.</translation>
    </message>
    <message>
        <source>A slash in front or two in a row make them, often by mistake; “/a” and “a” are two topics.</source>
        <translation>맨 앞의 /나 연속된 //가 빈 단계를 만들며 실수인 경우가 많습니다. “/a”와 “a”는 서로 다른 토픽입니다.</translation>
    </message>
    <message>
        <source>It is allowed and easily mistyped.</source>
        <translation>허용되지만 잘못 입력하기 쉽습니다.</translation>
    </message>
    <message>
        <source>MQTT demands UTF-8; other brokers and clients will end the connection.</source>
        <translation>MQTT는 UTF-8을 요구합니다. 다른 브로커와 클라이언트는 연결을 끊을 수 있습니다.</translation>
    </message>
    <message>
        <source>The broker sends messages at QoS 2 and does not complete them.</source>
        <translation>브로커가 QoS 2 메시지를 보내고 전달 절차를 마치지 않습니다.</translation>
    </message>
    <message>
        <source>%1 did not answer as an MQTT broker within %2 seconds.</source>
        <translation>%1: %2초 안에 MQTT 브로커로 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>This computer refuses a connection to itself.</source>
        <translation>이 컴퓨터가 자기 자신에 대한 연결을 거부합니다.</translation>
    </message>
    <message>
        <source>The connection was cut on this side.</source>
        <translation>이쪽에서 연결을 끊었습니다.</translation>
    </message>
    <message>
        <source>%1 closed the connection instead of answering as an MQTT broker.</source>
        <translation>%1: MQTT 브로커로 응답하지 않고 연결을 닫았습니다.</translation>
    </message>
    <message>
        <source>The connection was cancelled.</source>
        <translation>연결을 취소했습니다.</translation>
    </message>
    <message>
        <source>Too many messages wait to be published.</source>
        <translation>발행을 기다리는 메시지가 너무 많습니다.</translation>
    </message>
    <message>
        <source>The message cannot be published: %1.</source>
        <translation>메시지를 발행할 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>The message waited too long for a connection.</source>
        <translation>메시지가 연결을 너무 오래 기다렸습니다.</translation>
    </message>
    <message>
        <source>The broker took the message, and nobody is subscribed to it.</source>
        <translation>브로커가 메시지를 받았지만 구독자가 없습니다.</translation>
    </message>
    <message>
        <source>There was no such subscription.</source>
        <translation>그런 구독이 없습니다.</translation>
    </message>
    <message>
        <source>The broker refused without giving a reason.</source>
        <translation>브로커가 이유 없이 거부했습니다.</translation>
    </message>
    <message>
        <source>The broker could not read what was sent to it.</source>
        <translation>브로커가 받은 데이터를 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The broker says that the rules of MQTT were broken.</source>
        <translation>브로커가 MQTT 규칙 위반이라고 응답했습니다.</translation>
    </message>
    <message>
        <source>The broker refused for a reason of its own.</source>
        <translation>브로커가 자체 사유로 거부했습니다.</translation>
    </message>
    <message>
        <source>The broker does not speak this version of MQTT.</source>
        <translation>브로커가 이 버전의 MQTT를 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>The broker does not accept this client identifier.</source>
        <translation>브로커가 이 클라이언트 ID를 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>The broker does not accept the user name or the password.</source>
        <translation>브로커가 사용자 이름이나 비밀번호를 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>The broker does not allow this to this user.</source>
        <translation>브로커가 이 사용자에게 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>The broker is not available at the moment.</source>
        <translation>지금은 브로커를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The broker is busy.</source>
        <translation>브로커가 바쁩니다.</translation>
    </message>
    <message>
        <source>The broker has banned this client.</source>
        <translation>브로커가 이 클라이언트를 차단했습니다.</translation>
    </message>
    <message>
        <source>The broker is shutting down.</source>
        <translation>브로커가 종료되고 있습니다.</translation>
    </message>
    <message>
        <source>The broker does not know this way to authenticate.</source>
        <translation>브로커가 이 인증 방식을 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>The broker heard nothing for one and a half keepalive times.</source>
        <translation>브로커가 연결 유지(keepalive) 시간의 1.5배 동안 아무것도 받지 못했습니다.</translation>
    </message>
    <message>
        <source>Another client connected with the same client identifier.</source>
        <translation>다른 클라이언트가 같은 클라이언트 ID로 접속했습니다.</translation>
    </message>
    <message>
        <source>The broker does not accept this topic filter.</source>
        <translation>브로커가 이 토픽 필터를 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>The broker does not accept this topic.</source>
        <translation>브로커가 이 토픽을 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>More messages were on the way than the broker allows.</source>
        <translation>전송 중인 메시지가 브로커의 허용 수를 넘었습니다.</translation>
    </message>
    <message>
        <source>Messages were sent faster than the broker allows.</source>
        <translation>브로커가 허용하는 속도보다 빠르게 메시지를 보냈습니다.</translation>
    </message>
    <message>
        <source>A limit that the broker sets is reached.</source>
        <translation>브로커가 정한 한도에 도달했습니다.</translation>
    </message>
    <message>
        <source>An administrator of the broker ended the connection.</source>
        <translation>브로커 관리자가 연결을 끊었습니다.</translation>
    </message>
    <message>
        <source>The payload is not what its format indicator says.</source>
        <translation>페이로드가 형식 표시와 다릅니다.</translation>
    </message>
    <message>
        <source>The broker does not support this QoS.</source>
        <translation>브로커가 이 QoS를 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>The broker asks to use another one for now.</source>
        <translation>브로커가 당분간 다른 브로커를 쓰라고 안내합니다.</translation>
    </message>
    <message>
        <source>The broker has moved to another address.</source>
        <translation>브로커가 다른 주소로 옮겨 갔습니다.</translation>
    </message>
    <message>
        <source>Connections were made faster than the broker allows.</source>
        <translation>브로커가 허용하는 것보다 자주 연결했습니다.</translation>
    </message>
    <message>
        <source>The broker allows no connection to last longer than this one did.</source>
        <translation>브로커가 허용하는 최대 연결 시간이 지났습니다.</translation>
    </message>
    <message>
        <source>No message comes round below %1, so that delivery, retained messages, sessions, the last will and the flood were not tried.</source>
        <translation>%1 아래에서는 메시지가 되돌아오지 않습니다. 따라서 전달, 보존 메시지, 세션, 유언 메시지, 대량 발행은 시험하지 않았습니다.</translation>
    </message>
    <message>
        <source>The ACL of the broker does not seem to allow it to this user. Choose a scratch topic that this user may write and read (prefix).</source>
        <translation>브로커의 ACL이 이 사용자에게 허용하지 않는 것으로 보입니다. 이 사용자가 쓰고 읽을 수 있는 토픽을 시험용 토픽(prefix)으로 지정하십시오.</translation>
    </message>
    <message>
        <source>The file holds too many messages.</source>
        <translation>파일에 메시지가 너무 많습니다.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted. %2</source>
        <translation>%1: 인증서를 신뢰할 수 없습니다. %2</translation>
    </message>
    <message>
        <source>Empty levels: %1.</source>
        <translation>빈 단계: %1개</translation>
    </message>
    <message>
        <source>Levels that contain a blank: %1.</source>
        <translation>공백이 들어간 단계: %1개</translation>
    </message>
    <message>
        <source>Levels that are not UTF-8: %1.</source>
        <translation>UTF-8이 아닌 단계: %1개</translation>
    </message>
</context>
<context>
    <name>Portolan::Mqtt::BrokerImport</name>
    <message>
        <source>It was left out, because its protocol is not known here: %1</source>
        <translation>알 수 없는 프로토콜이라 제외했습니다: %1</translation>
    </message>
    <message>
        <source>It uses MQTT 3.1; the profile uses 3.1.1.</source>
        <translation>원래 MQTT 3.1을 쓰지만 프로필은 3.1.1을 씁니다.</translation>
    </message>
    <message>
        <source>The time was appended to its client identifier; here it is not.</source>
        <translation>원래 클라이언트 ID 뒤에 시각을 붙였지만 여기서는 붙이지 않습니다.</translation>
    </message>
    <message>
        <source>Its messages were left out.</source>
        <translation>메시지는 제외했습니다.</translation>
    </message>
    <message>
        <source>A certificate or key inside the file was left out; save it as a file and enter its place: %1</source>
        <translation>파일 안에 든 인증서나 키는 제외했습니다. 따로 파일로 저장한 뒤 그 위치를 입력하십시오: %1</translation>
    </message>
    <message>
        <source>Its subscription to everything was left out; subscribe when you are connected, where the broker can bear it.</source>
        <translation>모든 토픽의 구독은 제외했습니다. 브로커가 감당할 수 있다면 연결한 뒤에 구독하십시오.</translation>
    </message>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”: %2</translation>
    </message>
    <message>
        <source>It did not check the certificate of the broker; the profile does. Name the authority or the fingerprint that you trust.</source>
        <translation>원래 브로커의 인증서를 확인하지 않았지만 프로필은 확인합니다. 신뢰하는 인증 기관이나 지문을 지정하십시오.</translation>
    </message>
    <message>
        <source>It has a client certificate without a key, or a key without a certificate; both were left out.</source>
        <translation>클라이언트 인증서와 키 중 하나만 있어 둘 다 제외했습니다.</translation>
    </message>
    <message>
        <source>Its user properties and its own way of authenticating were left out.</source>
        <translation>사용자 속성과 별도의 인증 방식은 제외했습니다.</translation>
    </message>
    <message>
        <source>Its will was left out: %1</source>
        <translation>유언 메시지를 제외했습니다: %1</translation>
    </message>
    <message>
        <source>It has too many subscriptions; the others were left out.</source>
        <translation>구독이 너무 많아 나머지는 제외했습니다.</translation>
    </message>
    <message>
        <source>The subscription “%1” was left out: %2</source>
        <translation>“%1” 구독을 제외했습니다: %2</translation>
    </message>
    <message>
        <source>It was left out, because it names no host.</source>
        <translation>호스트가 없어 제외했습니다.</translation>
    </message>
    <message>
        <source>It was left out, because its port is not a number from 1 to 65535.</source>
        <translation>포트가 1에서 65535 사이의 수가 아니어서 제외했습니다.</translation>
    </message>
    <message>
        <source>It was left out: %1</source>
        <translation>제외했습니다: %1</translation>
    </message>
    <message>
        <source>Its password was not taken. You are asked for it once, and it is kept among your credentials.</source>
        <translation>비밀번호는 가져오지 않았습니다. 처음 연결할 때 한 번 묻고 자격 증명에 보관합니다.</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>파일이 너무 큽니다.</translation>
    </message>
    <message>
        <source>The file holds no connections of MQTTX or MQTT Explorer.</source>
        <translation>MQTTX나 MQTT Explorer의 연결이 없는 파일입니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Mqtt::BrokerProbe</name>
    <message>
        <source>The connection was cancelled.</source>
        <translation>연결을 취소했습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Mqtt::Carrier</name>
    <message>
        <source>%1 did not open a WebSocket in time.</source>
        <translation>%1: 제한 시간 안에 WebSocket이 열리지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 did not complete the TLS handshake in time.</source>
        <translation>%1: 제한 시간 안에 TLS 핸드셰이크를 마치지 못했습니다.</translation>
    </message>
    <message>
        <source>The connection to the broker was lost.</source>
        <translation>브로커와의 연결이 끊어졌습니다.</translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM form.</source>
        <translation>%1: PEM 형식의 인증서가 없습니다.</translation>
    </message>
    <message>
        <source>The passphrase does not open the key %1.</source>
        <translation>키 암호로 키를 열 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>%1 holds no private key in PEM form.</source>
        <translation>%1: PEM 형식의 개인 키가 없습니다.</translation>
    </message>
    <message>
        <source>The broker shows a certificate for another host than %1.</source>
        <translation>브로커가 다른 호스트의 인증서를 제시했습니다. 기대한 호스트: %1.</translation>
    </message>
    <message>
        <source>The broker shows another certificate than the one that is trusted for it.</source>
        <translation>브로커가 신뢰하도록 지정한 것과 다른 인증서를 제시했습니다.</translation>
    </message>
    <message>
        <source>This computer refuses a connection to itself.</source>
        <translation>이 컴퓨터가 자기 자신에 대한 연결을 거부합니다.</translation>
    </message>
    <message>
        <source>%1 sent text over the WebSocket, which MQTT does not allow.</source>
        <translation>%1: WebSocket으로 텍스트를 보냈습니다. MQTT에서는 허용되지 않습니다.</translation>
    </message>
    <message>
        <source>Another program of this computer took the place of the connection.</source>
        <translation>이 컴퓨터의 다른 프로그램이 연결을 가로챘습니다.</translation>
    </message>
    <message>
        <source>The connection was cancelled.</source>
        <translation>연결을 취소했습니다.</translation>
    </message>
    <message>
        <source>%1 did not complete the opening of the WebSocket.</source>
        <translation>%1: WebSocket 연결 절차를 마치지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 does not allow a WebSocket at %2 without authorisation.</source>
        <translation>%1: 인증 없이는 %2 경로의 WebSocket을 열 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 opens no WebSocket at %2.</source>
        <translation>%1: %2 경로에서 WebSocket을 열 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 does not speak HTTP, which a WebSocket begins with.</source>
        <translation>%1: WebSocket에 필요한 HTTP로 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 failed.</source>
        <translation>%1: TLS 핸드셰이크에 실패했습니다.</translation>
    </message>
    <message>
        <source>The certificate of the broker is not trusted. %1</source>
        <translation>브로커의 인증서를 신뢰할 수 없습니다. %1</translation>
    </message>
</context>
<context>
    <name>Portolan::Mqtt::Client</name>
    <message>
        <source>QoS is 0, 1 or 2.</source>
        <translation>QoS는 0, 1, 2 가운데 하나입니다.</translation>
    </message>
    <message>
        <source>A message has at most 256 MiB.</source>
        <translation>메시지는 최대 256 MiB입니다.</translation>
    </message>
    <message>
        <source>MQTT 3.1.1 knows no properties of messages.</source>
        <translation>MQTT 3.1.1에는 메시지 속성이 없습니다.</translation>
    </message>
    <message>
        <source>A property has at most 65,535 bytes.</source>
        <translation>속성은 최대 65,535바이트입니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Mqtt::MosquittoCommand</name>
    <message>
        <source>%1 does not speak WebSocket.</source>
        <translation>%1: WebSocket을 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>따옴표가 닫히지 않았습니다.</translation>
    </message>
    <message>
        <source>A value is missing after %1.</source>
        <translation>%1: 뒤에 값이 없습니다.</translation>
    </message>
    <message>
        <source>%1 %2: not understood.</source>
        <translation>%1 %2: 해석할 수 없습니다.</translation>
    </message>
    <message>
        <source>The option %1 is not known.</source>
        <translation>알 수 없는 옵션입니다: %1</translation>
    </message>
    <message>
        <source>The command names no topic (-t).</source>
        <translation>명령에 토픽(-t)이 없습니다.</translation>
    </message>
    <message>
        <source>This is no command line of mosquitto_sub or mosquitto_pub.</source>
        <translation>mosquitto_sub나 mosquitto_pub 명령이 아닙니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Mqtt::Replay</name>
    <message>
        <source>A CSV file is for spreadsheets and cannot be published again: export as JSON for that.</source>
        <translation>CSV 파일은 스프레드시트용이므로 다시 발행할 수 없습니다. 다시 발행하려면 JSON으로 내보내십시오.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 파일을 읽을 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Mqtt::RetainedWork</name>
    <message>
        <source>Line %1 is no retained value.</source>
        <translation>%1행: 보존 값이 아닙니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Net</name>
    <message>
        <source>%1 did not answer on port %2 within %3 seconds.</source>
        <translation>%1: 포트 %2에서 %3초 안에 응답이 없습니다.</translation>
    </message>
    <message>
        <source>%1 refuses connections on port %2: no server listens there.</source>
        <translation>%1: 포트 %2에서 연결을 거부합니다. 이 포트에서 대기 중인 서버가 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be reached on port %2.</source>
        <translation>%1: 포트 %2에 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>There is no host of the name %1.</source>
        <translation>%1: 그런 이름의 호스트가 없습니다.</translation>
    </message>
    <message>
        <source>The name %1 was not resolved in time.</source>
        <translation>%1: 제시간에 이름을 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>The address has the option “via” more than once. Several hosts on the way are those of the first one: its jump= or the profile that it goes through.</source>
        <translation>주소에 “via” 옵션이 두 번 이상 있습니다. 여러 호스트를 경유하려면 그 SSH 주소의 jump= 또는 경유 프로필을 쓰십시오.</translation>
    </message>
    <message>
        <source>The option “%1” of the address has no value.</source>
        <translation>주소의 “%1” 옵션에 값이 없습니다.</translation>
    </message>
    <message>
        <source>The commands on this computer took too long.</source>
        <translation>이 컴퓨터에서 명령이 너무 오래 걸렸습니다.</translation>
    </message>
    <message>
        <source>There is no POSIX shell on this computer.</source>
        <translation>이 컴퓨터에 POSIX 셸이 없습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Net::TlsProblem</name>
    <message>
        <source>It was issued by an authority that is not trusted here, or an intermediate certificate is missing.</source>
        <translation>이 컴퓨터가 신뢰하지 않는 인증 기관이 발급했거나 중간 인증서가 빠졌습니다.</translation>
    </message>
    <message>
        <source>It is signed by itself.</source>
        <translation>자체 서명된 인증서입니다.</translation>
    </message>
    <message>
        <source>The authority at the end of its chain is not trusted here.</source>
        <translation>인증서 체인 끝의 인증 기관을 이 컴퓨터가 신뢰하지 않습니다.</translation>
    </message>
    <message>
        <source>It has expired.</source>
        <translation>유효 기간이 지났습니다.</translation>
    </message>
    <message>
        <source>It is not valid yet.</source>
        <translation>아직 유효 기간이 시작되지 않았습니다.</translation>
    </message>
    <message>
        <source>It was revoked.</source>
        <translation>폐기된 인증서입니다.</translation>
    </message>
    <message>
        <source>It was not issued for a server.</source>
        <translation>서버용으로 발급된 인증서가 아닙니다.</translation>
    </message>
    <message>
        <source>It was issued by a certificate that may issue none.</source>
        <translation>다른 인증서를 발급할 수 없는 인증서로 발급되었습니다.</translation>
    </message>
    <message>
        <source>It was issued for another host name.</source>
        <translation>다른 호스트 이름으로 발급되었습니다.</translation>
    </message>
    <message>
        <source>Its signature is wrong.</source>
        <translation>서명이 올바르지 않습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ntp</name>
    <message>
        <source>The file “%1” cannot be read.</source>
        <translation>파일을 읽을 수 없습니다: “%1”</translation>
    </message>
    <message>
        <source>The file “%1” is too large for a configuration.</source>
        <translation>설정 파일로 보기에는 너무 큽니다: “%1”</translation>
    </message>
    <message>
        <source>The file “%1” is no text.</source>
        <translation>텍스트 파일이 아닙니다: “%1”</translation>
    </message>
    <message>
        <source>The file names no server that can be asked.</source>
        <translation>파일에 조회할 수 있는 서버가 없습니다.</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, %2번째 줄: %3</translation>
    </message>
    <message>
        <source>Keys are not kept in profiles; they are asked for once.</source>
        <translation>키는 프로필에 저장하지 않으며 한 번 입력을 요청합니다.</translation>
    </message>
    <message>
        <source>KRISS, the national standard time of Korea</source>
        <translation>한국표준과학연구원(KRISS), 대한민국 표준시</translation>
    </message>
    <message>
        <source>LG U+</source>
        <translation>LG U+</translation>
    </message>
    <message>
        <source>NTP Pool, volunteers in Korea</source>
        <translation>NTP Pool, 한국의 자원봉사 서버</translation>
    </message>
    <message>
        <source>NTP Pool, volunteers nearby</source>
        <translation>NTP Pool, 가까운 자원봉사 서버</translation>
    </message>
    <message>
        <source>PTB, the legal time of Germany</source>
        <translation>PTB, 독일 법정 표준시</translation>
    </message>
    <message>
        <source>Netnod, the national time of Sweden</source>
        <translation>Netnod, 스웨덴 국가 표준시</translation>
    </message>
    <message>
        <source>TimeNL, SIDN Labs in the Netherlands</source>
        <translation>TimeNL, 네덜란드 SIDN Labs</translation>
    </message>
    <message>
        <source>NICT, the standard time of Japan</source>
        <translation>NICT, 일본 표준시</translation>
    </message>
    <message>
        <source>NIST, the standard time of the USA</source>
        <translation>NIST, 미국 표준시</translation>
    </message>
    <message>
        <source>Korea</source>
        <translation>한국</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>풀</translation>
    </message>
    <message>
        <source>Institutes of time</source>
        <translation>표준시 기관</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>기업</translation>
    </message>
    <message>
        <source>the majority of the servers contradicts it</source>
        <translation>다수의 서버와 어긋남</translation>
    </message>
    <message>
        <source>it says itself that it has no time</source>
        <translation>서버 스스로 시각이 없다고 알림</translation>
    </message>
    <message>
        <source>it does not want to be asked</source>
        <translation>조회를 거부함</translation>
    </message>
    <message>
        <source>its answers are not authentic</source>
        <translation>응답이 인증되지 않음</translation>
    </message>
    <message>
        <source>it did not answer</source>
        <translation>응답하지 않음</translation>
    </message>
    <message>
        <source>its time is too uncertain</source>
        <translation>오차가 너무 큼</translation>
    </message>
    <message>
        <source>The name “%1” has no address.</source>
        <translation>이름 “%1”의 주소가 없습니다.</translation>
    </message>
    <message>
        <source>The name “%1” has no address of the family that is asked for.</source>
        <translation>이름 “%1”: 지정한 주소 체계(IPv4/IPv6)의 주소가 없습니다.</translation>
    </message>
    <message>
        <source>geosynchronous weather satellite</source>
        <translation>정지 궤도 기상 위성</translation>
    </message>
    <message>
        <source>GPS satellites</source>
        <translation>GPS 위성</translation>
    </message>
    <message>
        <source>Galileo satellites</source>
        <translation>Galileo 위성</translation>
    </message>
    <message>
        <source>GLONASS satellites</source>
        <translation>GLONASS 위성</translation>
    </message>
    <message>
        <source>BeiDou satellites</source>
        <translation>BeiDou 위성</translation>
    </message>
    <message>
        <source>navigation satellites</source>
        <translation>항법 위성</translation>
    </message>
    <message>
        <source>a satellite receiver that speaks NMEA</source>
        <translation>NMEA 위성 수신기</translation>
    </message>
    <message>
        <source>a pulse each second</source>
        <translation>초 펄스(PPS)</translation>
    </message>
    <message>
        <source>IRIG time code</source>
        <translation>IRIG 타임 코드</translation>
    </message>
    <message>
        <source>long-wave radio WWVB, United States</source>
        <translation>장파 표준시 방송 WWVB(미국)</translation>
    </message>
    <message>
        <source>short-wave radio WWVH, Hawaii</source>
        <translation>단파 표준시 방송 WWVH(하와이)</translation>
    </message>
    <message>
        <source>short-wave radio WWV, United States</source>
        <translation>단파 표준시 방송 WWV(미국)</translation>
    </message>
    <message>
        <source>long-wave radio DCF77, Germany</source>
        <translation>장파 표준시 방송 DCF77(독일)</translation>
    </message>
    <message>
        <source>long-wave radio DCF77, Germany, by amplitude</source>
        <translation>장파 표준시 방송 DCF77(독일), 진폭 방식</translation>
    </message>
    <message>
        <source>long-wave radio DCF77, Germany, by phase</source>
        <translation>장파 표준시 방송 DCF77(독일), 위상 방식</translation>
    </message>
    <message>
        <source>long-wave radio HBG, Switzerland</source>
        <translation>장파 표준시 방송 HBG(스위스)</translation>
    </message>
    <message>
        <source>long-wave radio MSF, United Kingdom</source>
        <translation>장파 표준시 방송 MSF(영국)</translation>
    </message>
    <message>
        <source>long-wave radio JJY, Japan</source>
        <translation>장파 표준시 방송 JJY(일본)</translation>
    </message>
    <message>
        <source>long-wave radio TDF, France</source>
        <translation>장파 표준시 방송 TDF(프랑스)</translation>
    </message>
    <message>
        <source>short-wave radio CHU, Canada</source>
        <translation>단파 표준시 방송 CHU(캐나다)</translation>
    </message>
    <message>
        <source>LORAN-C</source>
        <translation>LORAN-C</translation>
    </message>
    <message>
        <source>NIST by telephone modem</source>
        <translation>NIST(전화 모뎀)</translation>
    </message>
    <message>
        <source>USNO by telephone modem</source>
        <translation>USNO(전화 모뎀)</translation>
    </message>
    <message>
        <source>the time scale of NIST</source>
        <translation>NIST 시간 척도</translation>
    </message>
    <message>
        <source>the time scale of PTB, Germany</source>
        <translation>PTB 시간 척도(독일)</translation>
    </message>
    <message>
        <source>the time scale of KRISS, Korea</source>
        <translation>KRISS 시간 척도(한국)</translation>
    </message>
    <message>
        <source>an atomic clock</source>
        <translation>원자시계</translation>
    </message>
    <message>
        <source>a caesium clock</source>
        <translation>세슘 시계</translation>
    </message>
    <message>
        <source>a mobile network</source>
        <translation>이동 통신망</translation>
    </message>
    <message>
        <source>PTP (IEEE 1588)</source>
        <translation>PTP(IEEE 1588)</translation>
    </message>
    <message>
        <source>the clock of a network card</source>
        <translation>네트워크 카드의 시계</translation>
    </message>
    <message>
        <source>another program of that machine</source>
        <translation>같은 장비의 다른 프로그램</translation>
    </message>
    <message>
        <source>Google, which smears leap seconds</source>
        <translation>Google(윤초 스미어)</translation>
    </message>
    <message>
        <source>its own clock, which follows nothing</source>
        <translation>아무것도 따르지 않는 자체 시계</translation>
    </message>
    <message>
        <source>asked too often; ask less</source>
        <translation>질의가 너무 잦으므로 간격을 늘려야 함</translation>
    </message>
    <message>
        <source>access denied; stop asking</source>
        <translation>접근이 거부됨. 조회를 중단해야 함</translation>
    </message>
    <message>
        <source>access denied by a local rule; stop asking</source>
        <translation>서버의 규칙으로 접근이 거부됨. 조회를 중단해야 함</translation>
    </message>
    <message>
        <source>the NTS cookie is not accepted; keys are made anew</source>
        <translation>NTS 쿠키가 거부되어 키를 다시 만듦</translation>
    </message>
    <message>
        <source>started, and not synchronised yet</source>
        <translation>시작 후 아직 동기화되지 않음</translation>
    </message>
    <message>
        <source>its clock was just stepped</source>
        <translation>시계를 방금 건너뛰어 맞춤</translation>
    </message>
    <message>
        <source>lost its peer</source>
        <translation>피어를 잃음</translation>
    </message>
    <message>
        <source>authentication failed</source>
        <translation>인증 실패</translation>
    </message>
    <message>
        <source>Autokey failed</source>
        <translation>Autokey 실패</translation>
    </message>
    <message>
        <source>authentication or identification failed</source>
        <translation>인증 또는 식별 실패</translation>
    </message>
    <message>
        <source>it does not know this key</source>
        <translation>서버에 없는 키</translation>
    </message>
    <message>
        <source>belongs to a unicast server</source>
        <translation>유니캐스트 서버에 속함</translation>
    </message>
    <message>
        <source>belongs to a broadcast server</source>
        <translation>브로드캐스트 서버에 속함</translation>
    </message>
    <message>
        <source>belongs to a dynamically found server</source>
        <translation>자동으로 찾은 서버에 속함</translation>
    </message>
    <message>
        <source>altered by a remote control program</source>
        <translation>원격 제어 프로그램이 변경함</translation>
    </message>
    <message>
        <source>clock driver %1 of ntpd</source>
        <translation>ntpd 시계 드라이버 %1</translation>
    </message>
    <message>
        <source>smears a leap second, off by %1 ms now</source>
        <translation>윤초 스미어 중, 현재 %1ms 어긋남</translation>
    </message>
    <message>
        <source>The answer is in order.</source>
        <translation>응답이 정상입니다.</translation>
    </message>
    <message>
        <source>What came back is too short to be NTP.</source>
        <translation>NTP로 보기에는 너무 짧은 패킷이 왔습니다.</translation>
    </message>
    <message>
        <source>The answer has an extension field that breaks its rules.</source>
        <translation>응답의 확장 필드가 규격에 어긋납니다.</translation>
    </message>
    <message>
        <source>What came back is not the answer of a server.</source>
        <translation>서버의 응답이 아닌 패킷이 왔습니다.</translation>
    </message>
    <message>
        <source>The answer has a version of NTP that was not asked for.</source>
        <translation>요청하지 않은 NTP 버전으로 응답했습니다.</translation>
    </message>
    <message>
        <source>An answer to nothing that is being asked: it came late or twice, or somebody forged it.</source>
        <translation>현재 질의에 대한 응답이 아닙니다. 늦게 왔거나 중복되었거나 위조된 것입니다.</translation>
    </message>
    <message>
        <source>The server sent a kiss code in place of the time.</source>
        <translation>서버가 시각 대신 키스 코드를 보냈습니다.</translation>
    </message>
    <message>
        <source>The answer has a stratum above 16, which does not exist.</source>
        <translation>응답의 Stratum이 존재하지 않는 값입니다(16 초과).</translation>
    </message>
    <message>
        <source>The answer does not say when it was asked or sent.</source>
        <translation>응답에 수신 또는 송신 시각이 없습니다.</translation>
    </message>
    <message>
        <source>The server says that it answered before it was asked.</source>
        <translation>서버가 질의를 받기 전에 응답했다고 알립니다.</translation>
    </message>
    <message>
        <source>The server itself says that its time may be wrong by 16 seconds or more.</source>
        <translation>서버 스스로 시각이 16초 이상 틀릴 수 있다고 알립니다.</translation>
    </message>
    <message>
        <source>The server says that its clock was set later than it answered.</source>
        <translation>서버가 응답한 시각보다 나중에 시계를 맞췄다고 알립니다.</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>선택됨</translation>
    </message>
    <message>
        <source>Counts in the mean</source>
        <translation>평균에 반영</translation>
    </message>
    <message>
        <source>Right, but farther from the others</source>
        <translation>맞지만 다른 서버들과 떨어져 있음</translation>
    </message>
    <message>
        <source>Falseticker</source>
        <translation>오류 시계(falseticker)</translation>
    </message>
    <message>
        <source>No majority agrees</source>
        <translation>과반이 일치하지 않음</translation>
    </message>
    <message>
        <source>Too uncertain</source>
        <translation>오차가 너무 큼</translation>
    </message>
    <message>
        <source>Not synchronised</source>
        <translation>동기화 안 됨</translation>
    </message>
    <message>
        <source>Smears leap seconds, unlike the others</source>
        <translation>다른 서버와 달리 윤초 스미어를 함</translation>
    </message>
    <message>
        <source>Left out by you</source>
        <translation>직접 제외함</translation>
    </message>
    <message>
        <source>Does not want to be asked</source>
        <translation>조회를 거부함</translation>
    </message>
    <message>
        <source>Not authenticated</source>
        <translation>인증되지 않음</translation>
    </message>
    <message>
        <source>Does not answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>아직 측정되지 않음</translation>
    </message>
    <message>
        <source>“%1” is none of %2.</source>
        <translation>“%1”: 다음 가운데 하나가 아닙니다: %2.</translation>
    </message>
    <message>
        <source>“%1” is not a number from %2 to %3.</source>
        <translation>“%1”: %2~%3 범위의 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is not a time limit in seconds, from 0.05 to 60.</source>
        <translation>“%1”: 0.05~60초의 제한 시간이 아닙니다.</translation>
    </message>
    <message>
        <source>NTP cannot go through another host: an SSH host carries connections, not single packets. The clock of a host that is reached by SSH is looked at there.</source>
        <translation>NTP는 다른 호스트를 경유할 수 없습니다. SSH 호스트는 연결을 전달하며 개별 패킷은 전달하지 않습니다. SSH로 접속하는 호스트의 시계는 그 호스트에서 확인합니다.</translation>
    </message>
    <message>
        <source>“%1” is not the address of an NTP server.</source>
        <translation>“%1”: NTP 서버 주소가 아닙니다.</translation>
    </message>
    <message>
        <source>The address of an NTP server has no user and no path.</source>
        <translation>NTP 서버 주소에는 사용자나 경로가 없습니다.</translation>
    </message>
    <message>
        <source>The address of an NTP server has no option “%1”.</source>
        <translation>NTP 서버 주소에 없는 옵션입니다: “%1”</translation>
    </message>
    <message>
        <source>The option “%1” of the address has no value.</source>
        <translation>주소의 옵션에 값이 없습니다: “%1”</translation>
    </message>
    <message>
        <source>NTS and a symmetric key exclude each other: NTS makes its own keys.</source>
        <translation>NTS와 대칭 키는 함께 쓸 수 없습니다. NTS는 키를 스스로 만듭니다.</translation>
    </message>
    <message>
        <source>NTS needs version 4.</source>
        <translation>NTS에는 버전 4가 필요합니다.</translation>
    </message>
    <message>
        <source>The option “%1” belongs to a key: give its number, too.</source>
        <translation>옵션 “%1”: 키에 딸린 옵션이므로 키 번호도 지정하십시오.</translation>
    </message>
    <message>
        <source>The options ke_port and ca belong to NTS: add nts=yes.</source>
        <translation>ke_port와 ca는 NTS 옵션입니다. nts=yes를 추가하십시오.</translation>
    </message>
    <message>
        <source>More than %1 servers cannot be watched together.</source>
        <translation>서버를 함께 관찰할 수 있는 최대 수는 %1입니다.</translation>
    </message>
    <message>
        <source>The key is not an even number of hexadecimal digits.</source>
        <translation>키의 16진수 자릿수가 짝수가 아닙니다.</translation>
    </message>
    <message>
        <source>A key of this length has hexadecimal digits only. In front of other characters stands ASCII:</source>
        <translation>이 길이의 키는 16진수로만 씁니다. 다른 문자로 된 키 앞에는 ASCII:를 붙입니다.</translation>
    </message>
    <message>
        <source>The key is empty.</source>
        <translation>키가 비어 있습니다.</translation>
    </message>
    <message>
        <source>A key for %1 has %2 bytes.</source>
        <translation>%1 키의 길이는 %2바이트입니다.</translation>
    </message>
    <message>
        <source>It does not begin with the number of a key.</source>
        <translation>키 번호로 시작하지 않습니다.</translation>
    </message>
    <message>
        <source>A line has a number, an algorithm and a key.</source>
        <translation>한 줄에는 번호, 알고리즘, 키가 있어야 합니다.</translation>
    </message>
    <message>
        <source>The algorithm is not known.</source>
        <translation>알 수 없는 알고리즘입니다.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>취소했습니다.</translation>
    </message>
    <message>
        <source>The answer is authentic.</source>
        <translation>응답이 인증되었습니다.</translation>
    </message>
    <message>
        <source>No answer in time.</source>
        <translation>제시간에 응답이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing listens there: the port is closed.</source>
        <translation>포트가 닫혀 있어 응답하는 서비스가 없습니다.</translation>
    </message>
    <message>
        <source>The network says no: %1</source>
        <translation>네트워크 거부: %1</translation>
    </message>
    <message>
        <source>From %1 came what answers nothing that is being asked.</source>
        <translation>%1: 요청하지 않은 응답을 보냄</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is off</source>
        <translation>이 컴퓨터의 시계가 틀림</translation>
    </message>
    <message>
        <source>The servers contradict each other</source>
        <translation>서버들의 시각이 서로 어긋남</translation>
    </message>
    <message>
        <source>This computer&apos;s clock jumps</source>
        <translation>이 컴퓨터의 시계가 건너뜀</translation>
    </message>
    <message>
        <source>A leap second is announced</source>
        <translation>윤초 예고</translation>
    </message>
    <message>
        <source>A server differs from the others</source>
        <translation>다른 서버들과 다른 서버</translation>
    </message>
    <message>
        <source>A server jitters</source>
        <translation>서버의 지터가 큼</translation>
    </message>
    <message>
        <source>A server does not answer</source>
        <translation>서버 응답 없음</translation>
    </message>
    <message>
        <source>A server is contradicted by the majority</source>
        <translation>다수와 어긋나는 서버</translation>
    </message>
    <message>
        <source>The stratum of a server changes</source>
        <translation>서버의 Stratum이 바뀜</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>A rule cannot be read and is left out: %1</source>
        <translation>읽을 수 없는 규칙이어서 제외했습니다: %1</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is right again, within %1.</source>
        <translation>이 컴퓨터의 시계가 다시 맞습니다(오차 한도 %1).</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is behind by %1. Confirmed by: %2</source>
        <translation>이 컴퓨터의 시계가 %1 느립니다. 확인한 서버: %2</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is ahead by %1. Confirmed by: %2</source>
        <translation>이 컴퓨터의 시계가 %1 빠릅니다. 확인한 서버: %2</translation>
    </message>
    <message>
        <source>A majority of the servers agrees again.</source>
        <translation>과반의 서버가 다시 일치합니다.</translation>
    </message>
    <message>
        <source>The servers contradict each other: none can be believed.</source>
        <translation>서버들의 시각이 서로 어긋나 어느 것도 믿을 수 없습니다.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock has not jumped any more.</source>
        <translation>이 컴퓨터의 시계가 더 이상 건너뛰지 않았습니다.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock jumped forward by %1.</source>
        <translation>이 컴퓨터의 시계가 앞으로 건너뛰었습니다: %1</translation>
    </message>
    <message>
        <source>This computer&apos;s clock jumped back by %1.</source>
        <translation>이 컴퓨터의 시계가 뒤로 건너뛰었습니다: %1</translation>
    </message>
    <message>
        <source>No leap second is announced any more.</source>
        <translation>윤초 예고가 없어졌습니다.</translation>
    </message>
    <message>
        <source>A second will be left out at the end of the month (UTC). Confirmed by: %1</source>
        <translation>이달 말(UTC)에 1초가 빠집니다. 확인한 서버: %1</translation>
    </message>
    <message>
        <source>A leap second will be inserted at the end of the month (UTC). Confirmed by: %1</source>
        <translation>이달 말(UTC)에 윤초가 삽입됩니다. 확인한 서버: %1</translation>
    </message>
    <message>
        <source>%1 agrees with the others again.</source>
        <translation>%1: 다른 서버들과 다시 일치합니다.</translation>
    </message>
    <message>
        <source>%1 differs from the others by %2.</source>
        <translation>%1: 다른 서버들과 %2 차이 납니다.</translation>
    </message>
    <message>
        <source>%1: the jitter is small again.</source>
        <translation>%1: 지터가 다시 작아졌습니다.</translation>
    </message>
    <message>
        <source>%1: the jitter is %2.</source>
        <translation>%1: 지터 %2.</translation>
    </message>
    <message>
        <source>%1 answers again.</source>
        <translation>%1: 다시 응답합니다.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1: 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is not contradicted by the majority any more.</source>
        <translation>%1: 더 이상 다수와 어긋나지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is contradicted by the majority.</source>
        <translation>%1: 다수와 어긋납니다.</translation>
    </message>
    <message>
        <source>%1: the stratum changed from %2 to %3.</source>
        <translation>%1: Stratum이 바뀌었습니다(%2 → %3).</translation>
    </message>
    <message>
        <source>Measuring each server a few times.</source>
        <translation>서버마다 몇 차례 측정하고 있습니다.</translation>
    </message>
    <message>
        <source>Trying what differs in one thing.</source>
        <translation>한 가지만 바꿔 시도하고 있습니다.</translation>
    </message>
    <message>
        <source>%1 servers agree, and nothing is amiss: offset %2.</source>
        <translation>서버 %1대가 일치하며 이상이 없습니다. 오프셋 %2.</translation>
    </message>
    <message>
        <source>The server answers as it should: offset %2.</source>
        <translation>서버가 정상으로 응답합니다. 오프셋 %2.</translation>
    </message>
    <message>
        <source>Nobody checks it: three more servers would show whether it is right.</source>
        <translation>다만 확인해 줄 다른 서버가 없습니다. 서버를 세 대 더 추가하면 시각이 맞는지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>There is no server to ask.</source>
        <translation>조회할 서버가 없습니다.</translation>
    </message>
    <message>
        <source>Add at least four, of different operators.</source>
        <translation>운영 주체가 서로 다른 서버를 네 대 이상 추가하십시오.</translation>
    </message>
    <message>
        <source>%1 has not been measured yet.</source>
        <translation>%1: 아직 측정되지 않음</translation>
    </message>
    <message>
        <source>The keys or the first answer are still under way. Explain again in a moment.</source>
        <translation>키 교환이나 첫 응답을 기다리는 중입니다. 잠시 뒤에 다시 진단하십시오.</translation>
    </message>
    <message>
        <source>The name of %1 is still being looked up.</source>
        <translation>%1: 이름 조회가 아직 끝나지 않음</translation>
    </message>
    <message>
        <source>A name server that takes so long answers badly or not at all.</source>
        <translation>이렇게 오래 걸리면 네임 서버의 응답이 느리거나 없는 것입니다.</translation>
    </message>
    <message>
        <source>The name “%1” leads to no address that can be asked.</source>
        <translation>이름 “%1”: 조회할 수 있는 주소 없음</translation>
    </message>
    <message>
        <source>Check how it is written, the name server of this computer, and the address family that was asked for.</source>
        <translation>이름의 표기, 이 컴퓨터의 네임 서버, 지정한 주소 체계(IPv4/IPv6)를 확인하십시오.</translation>
    </message>
    <message>
        <source>A router says that %1 cannot be reached.</source>
        <translation>%1: 라우터가 도달할 수 없다고 응답</translation>
    </message>
    <message>
        <source>The machine is switched off, has another address, or is not in that network any more.</source>
        <translation>장비가 꺼져 있거나 주소가 바뀌었거나 해당 네트워크에 더 이상 없는 경우입니다.</translation>
    </message>
    <message>
        <source>There is no way from here to %1.</source>
        <translation>%1: 이곳에서 가는 경로 없음</translation>
    </message>
    <message>
        <source>This computer or a router has no route. For an IPv6 address: does this network have IPv6 at all?</source>
        <translation>이 컴퓨터나 라우터에 경로가 없습니다. IPv6 주소라면 이 네트워크가 IPv6를 지원하는지 확인하십시오.</translation>
    </message>
    <message>
        <source>Packets to %1 are forbidden.</source>
        <translation>%1: 패킷 전송이 금지됨</translation>
    </message>
    <message>
        <source>A firewall of this computer or of a router forbids UDP to port %2, and says so. Allow it there.</source>
        <translation>이 컴퓨터나 라우터의 방화벽이 UDP 포트 %2 전송을 막고 그 사실을 알려 왔습니다. 해당 방화벽에서 허용하십시오.</translation>
    </message>
    <message>
        <source>The network refuses packets to %1: %3</source>
        <translation>%1: 네트워크가 패킷을 거부함 – %3</translation>
    </message>
    <message>
        <source>None of %1 servers answers, in different places: NTP does not get out of this network.</source>
        <translation>서로 다른 곳의 서버 %1대가 모두 응답하지 않음: NTP가 이 네트워크 밖으로 나가지 못합니다.</translation>
    </message>
    <message>
        <source>UDP to port 123 is blocked near this computer, most likely by a firewall, or its answers are. Ask for it to be opened, or use the time server that the network itself offers (DHCP option 42).</source>
        <translation>이 컴퓨터 가까이에서, 대개 방화벽이 UDP 포트 123이나 그 응답을 막고 있습니다. 허용을 요청하거나 네트워크가 제공하는 시간 서버(DHCP 옵션 42)를 사용하십시오.</translation>
    </message>
    <message>
        <source>%1 does not answer on port %2, and nothing else tells why.</source>
        <translation>%1: 포트 %2에서 응답이 없으며 원인을 알려 주는 단서도 없음</translation>
    </message>
    <message>
        <source>A wrong address, a machine that is off, a blocked UDP port and a server that keeps silent to strangers look alike from here. What would tell them apart: a server elsewhere that answers (then this network lets NTP pass), the same question from another network, and the configuration of the server (chrony: “allow”).</source>
        <translation>잘못된 주소, 꺼진 장비, 막힌 UDP 포트, 모르는 상대에게 응답하지 않는 서버는 이곳에서 보면 모두 같습니다. 다른 서버가 응답하는지(응답하면 이 네트워크는 NTP를 통과시킵니다), 다른 네트워크에서도 같은지, 서버 설정(chrony: “allow”)이 어떤지를 확인하면 구별할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 is there, and does not answer NTP on port %2.</source>
        <translation>%1: 장비는 켜져 있으나 포트 %2에서 NTP에 응답하지 않음</translation>
    </message>
    <message>
        <source>%1 answers on port 123, and not on port %2.</source>
        <translation>%1: 포트 %2 대신 123에서 응답함</translation>
    </message>
    <message>
        <source>Ask it on port 123.</source>
        <translation>포트 123으로 조회하십시오.</translation>
    </message>
    <message>
        <source>%1 answers plain packets, and none with NTS.</source>
        <translation>%1: 일반 패킷에는 응답하나 NTS 패킷에는 응답하지 않음</translation>
    </message>
    <message>
        <source>Packets of NTS are longer than 48 bytes. Some providers drop long NTP packets on port 123 because of attacks by reflection. Ask the provider, or use a server with another NTP port, or one in this network. Plain NTP was only tried, never used in place of NTS.</source>
        <translation>NTS 패킷은 48바이트보다 깁니다. 일부 사업자는 반사 공격 때문에 포트 123의 긴 NTP 패킷을 버립니다. 사업자에게 문의하거나, 다른 NTP 포트를 쓰는 서버 또는 이 네트워크 안의 서버를 사용하십시오. 일반 NTP는 시험만 했으며 NTS 대신 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 answers without a key, and not with key %2.</source>
        <translation>%1: 키 없이는 응답하나 키 %2 사용 시 응답하지 않음</translation>
    </message>
    <message>
        <source>It does not know this key, knows it differently, or packets longer than 48 bytes are dropped on the way. Compare number, algorithm and key at both ends. Without the key it was only tried.</source>
        <translation>서버에 이 키가 없거나 내용이 다르거나, 48바이트보다 긴 패킷이 도중에 버려집니다. 양쪽의 키 번호, 알고리즘, 키 값을 비교하십시오. 키 없이 조회한 것은 시험일 뿐입니다.</translation>
    </message>
    <message>
        <source>%1 did not answer at first, and does now.</source>
        <translation>%1: 처음에는 응답이 없었으나 지금은 응답함</translation>
    </message>
    <message>
        <source>It was just started, the network has come back, or it answers only some of what it is asked.</source>
        <translation>서버가 방금 시작되었거나 네트워크가 복구되었거나, 일부 요청에만 응답하는 서버입니다.</translation>
    </message>
    <message>
        <source>%1 answers version 3 of NTP, and not the version that was asked.</source>
        <translation>%1: NTP 버전 3에만 응답함</translation>
    </message>
    <message>
        <source>Ask it with version 3, and think about renewing it.</source>
        <translation>버전 3으로 조회하고, 장비 교체나 갱신을 검토하십시오.</translation>
    </message>
    <message>
        <source>%1 answers only what comes from port 123.</source>
        <translation>%1: 포트 123에서 보낸 요청에만 응답함</translation>
    </message>
    <message>
        <source>A firewall on the way lets NTP pass between two ports 123 only. That is outdated: clients should use a random port, which makes forging harder. Let it allow UDP from any port to 123.</source>
        <translation>경로의 방화벽이 양쪽 포트가 모두 123인 NTP만 통과시킵니다. 이는 오래된 방식입니다. 클라이언트는 위조를 어렵게 하는 임의 포트를 써야 하므로, 임의 포트에서 123으로 가는 UDP를 허용하십시오.</translation>
    </message>
    <message>
        <source>%1 does not answer at this address; another one of the same name does: %2.</source>
        <translation>%1: 이 주소는 응답하지 않으나 같은 이름의 다른 주소 %2에서 응답함</translation>
    </message>
    <message>
        <source>Its operator should mend the address or take it out of the name. Until then ask the other one.</source>
        <translation>운영자가 해당 주소를 고치거나 이름에서 빼야 합니다. 그때까지는 다른 주소로 조회하십시오.</translation>
    </message>
    <message>
        <source>Answers to what %1 is asked come from another address: %2.</source>
        <translation>%1에 보낸 질의의 응답이 다른 주소에서 옴: %2</translation>
    </message>
    <message>
        <source>A server with several addresses answers from the wrong one (chrony: “bindaddress”), or an address translation on the way is one-sided. Clients must not take such answers. Ask it at that address, or mend its configuration.</source>
        <translation>주소가 여러 개인 서버가 다른 주소로 응답하거나(chrony: “bindaddress”), 경로의 주소 변환이 한쪽 방향만 적용되고 있습니다. 클라이언트는 이런 응답을 받아들이면 안 됩니다. 그 주소로 조회하거나 서버 설정을 고치십시오.</translation>
    </message>
    <message>
        <source>Answers of %1 come from another port: %2.</source>
        <translation>%1의 응답이 다른 포트에서 옴: %2</translation>
    </message>
    <message>
        <source>An address translation (NAT) or a load balancer on the way changes the port of answers, or forgets where they belong. Clients must not take them. UDP mappings for port 123 have to be kept for some seconds, both ways.</source>
        <translation>경로의 주소 변환(NAT)이나 부하 분산 장치가 응답의 포트를 바꾸거나 연결 정보를 잃어버립니다. 클라이언트는 이런 응답을 받아들이면 안 됩니다. 포트 123의 UDP 매핑은 양방향으로 몇 초간 유지되어야 합니다.</translation>
    </message>
    <message>
        <source>%1 gave two different answers to one question, %2 times.</source>
        <translation>%1: 하나의 질의에 서로 다른 응답이 %2회 옴</translation>
    </message>
    <message>
        <source>Two servers answer at one address, or somebody on the way adds answers of their own. The first one counts. Use NTS or a key, which tell them apart.</source>
        <translation>한 주소에서 두 서버가 응답하거나 경로상의 누군가가 응답을 덧붙이고 있습니다. 먼저 온 응답만 사용합니다. NTS나 키를 사용하면 진짜 응답을 구별할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 sends far more answers than it is asked for: %2 too many.</source>
        <translation>%1: 질의보다 훨씬 많은 응답이 옴(초과 %2개)</translation>
    </message>
    <message>
        <source>A broken server, a loop in the network, or an attack. None of it was taken.</source>
        <translation>서버 고장, 네트워크 루프 또는 공격입니다. 초과 응답은 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 answers twice, %2 times so far.</source>
        <translation>%1: 같은 응답이 두 번씩 옴(지금까지 %2회)</translation>
    </message>
    <message>
        <source>Something on the way copies packets: two paths, a mirror port, a wireless bridge. It does no harm.</source>
        <translation>이중 경로, 미러 포트, 무선 브리지 등 경로의 무언가가 패킷을 복제합니다. 측정에는 해가 없습니다.</translation>
    </message>
    <message>
        <source>Among the answers of %1 are some to nothing that was asked: %2.</source>
        <translation>%1의 응답 가운데 묻지 않은 것에 대한 응답이 %2개 있음</translation>
    </message>
    <message>
        <source>They came very late, or somebody sends what looks like answers without having seen the questions. They were not taken.</source>
        <translation>매우 늦게 도착했거나, 질의를 보지 못한 누군가가 응답처럼 꾸며 보낸 것입니다. 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>What %1 sends answers nothing that was asked.</source>
        <translation>%1: 묻지 않은 것에 대한 응답만 보냄</translation>
    </message>
    <message>
        <source>The answer must repeat the transmit timestamp of the question. A broken server does not, and neither does who forges answers without seeing the questions.</source>
        <translation>응답은 질의의 송신 타임스탬프를 되돌려 보내야 합니다. 고장 난 서버나, 질의를 보지 못하고 응답을 위조하는 자는 그렇게 하지 못합니다.</translation>
    </message>
    <message>
        <source>Answers of %1 come after the time limit of %2 s.</source>
        <translation>%1: 응답이 시간 제한 %2초를 넘겨 도착함</translation>
    </message>
    <message>
        <source>The way there takes very long at times, or the server is overloaded. Wait longer, or choose a nearer server: late answers measure badly.</source>
        <translation>경로가 때때로 매우 느리거나 서버가 과부하 상태입니다. 더 오래 기다리거나 가까운 서버를 선택하십시오. 늦은 응답은 측정이 부정확합니다.</translation>
    </message>
    <message>
        <source>%1 answered %2 times, and then no more.</source>
        <translation>%1: %2회 응답한 뒤 더 이상 응답하지 않음</translation>
    </message>
    <message>
        <source>Servers and firewalls that limit how often they are asked behave so, without a word. Ask less often.</source>
        <translation>질의 횟수를 제한하는 서버나 방화벽이 알림 없이 이렇게 동작합니다. 질의 간격을 늘리십시오.</translation>
    </message>
    <message>
        <source>%1 does not answer any more.</source>
        <translation>%1: 더 이상 응답하지 않음</translation>
    </message>
    <message>
        <source>Its last eight polls were in vain. It answered before, so the address is right.</source>
        <translation>최근 여덟 번의 폴링에 응답이 없습니다. 전에는 응답했으므로 주소는 맞습니다.</translation>
    </message>
    <message>
        <source>%2 of %3 questions to %1 were not answered.</source>
        <translation>%1: 질의 %3회 중 %2회 무응답</translation>
    </message>
    <message>
        <source>Packets are lost on the way, or the server limits how often it answers. Look for loss to other hosts on the same way.</source>
        <translation>경로에서 패킷이 손실되거나 서버가 응답 횟수를 제한합니다. 같은 경로의 다른 호스트에도 손실이 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>A packet now and then gets lost; the filter makes up for it.</source>
        <translation>패킷이 가끔 손실되는 것은 흔한 일이며 필터가 보완합니다.</translation>
    </message>
    <message>
        <source>%1 says that it is asked too often (%2), and wants at least %3 between questions.</source>
        <translation>%1: 질의가 너무 잦다고 응답(%2), 최소 간격 %3 요구</translation>
    </message>
    <message>
        <source>From now on it is asked less often, as it must be. If others in this network ask it as well, through one address, run a server of your own for all of them.</source>
        <translation>규정대로 질의 간격을 늘렸습니다. 이 네트워크의 다른 장비도 같은 공인 주소로 조회한다면, 모두가 함께 쓸 자체 서버를 두십시오.</translation>
    </message>
    <message>
        <source>%1 does not want to be asked: %2.</source>
        <translation>%1: 조회를 거부함 – %2</translation>
    </message>
    <message>
        <source>Its access list does not include this address. It is not asked any more. Ask its operator, or choose another server.</source>
        <translation>서버의 접근 목록에 이 주소가 없습니다. 더 이상 조회하지 않습니다. 운영자에게 문의하거나 다른 서버를 선택하십시오.</translation>
    </message>
    <message>
        <source>%1 does not accept the NTS cookies any more: %2.</source>
        <translation>%1: NTS 쿠키를 더 이상 받아들이지 않음 – %2</translation>
    </message>
    <message>
        <source>It has forgotten its keys, as after a restart without a stored key. Keys are made anew, with growing pauses. If it stays so, the servers for keys and for time do not share their secret.</source>
        <translation>키를 저장하지 않고 재시작한 경우처럼 서버가 키를 잃어버렸습니다. 간격을 늘려 가며 키를 다시 만듭니다. 계속되면 키 서버와 시간 서버가 비밀을 공유하지 않는 것입니다.</translation>
    </message>
    <message>
        <source>%1 has no time to give: %2 (%3).</source>
        <translation>%1: 제공할 시각이 없음 – %2(%3)</translation>
    </message>
    <message>
        <source>It was started a moment ago, or lost its own sources. Wait some minutes; then look at its daemon.</source>
        <translation>서버가 방금 시작되었거나 자신의 시간 소스를 잃었습니다. 몇 분 기다린 뒤 서버의 데몬을 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 refuses for reasons of authentication: %2 (%3).</source>
        <translation>%1: 인증 문제로 거부함 – %2(%3)</translation>
    </message>
    <message>
        <source>It wants another key, or Autokey, which is obsolete. Compare the keys, or use NTS.</source>
        <translation>다른 키를 요구하거나, 폐기된 Autokey를 요구합니다. 키를 비교하거나 NTS를 사용하십시오.</translation>
    </message>
    <message>
        <source>%1 sends the kiss code %2 in place of the time.</source>
        <translation>%1: 시각 대신 키스 코드를 보냄(%2)</translation>
    </message>
    <message>
        <source>The code is not registered, or not meant for a client. As long as it comes there is no time from this server.</source>
        <translation>등록되지 않았거나 클라이언트용이 아닌 코드입니다. 이 코드가 오는 동안에는 이 서버에서 시각을 얻을 수 없습니다.</translation>
    </message>
    <message>
        <source>Answers of %1 carry no code of key %2.</source>
        <translation>%1: 응답에 키 %2의 인증 코드가 없음</translation>
    </message>
    <message>
        <source>It does not know the key, or somebody strips the code. An answer without it is not taken.</source>
        <translation>서버에 키가 없거나 누군가 인증 코드를 제거했습니다. 인증 코드가 없는 응답은 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 could not authenticate the question (crypto-NAK).</source>
        <translation>%1: 질의를 인증하지 못함(crypto-NAK)</translation>
    </message>
    <message>
        <source>Key %2 is not known there, not trusted, or differs. Compare number, algorithm and key at both ends.</source>
        <translation>서버에 키 %2번이 없거나, 신뢰하지 않는 키이거나, 값이 다릅니다. 양쪽의 키 번호, 알고리즘, 키 값을 비교하십시오.</translation>
    </message>
    <message>
        <source>%1 answers with another key than key %2.</source>
        <translation>%1: 키 %2 대신 다른 키로 응답함</translation>
    </message>
    <message>
        <source>The numbers of keys at both ends do not fit together.</source>
        <translation>양쪽의 키 번호가 서로 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The code of key %2 in answers of %1 is wrong.</source>
        <translation>%1: 응답의 키 %2 인증 코드가 틀림</translation>
    </message>
    <message>
        <source>The key or its algorithm differs at both ends, or somebody changes the packets. Such an answer is not taken.</source>
        <translation>양쪽의 키나 알고리즘이 다르거나 누군가 패킷을 변조합니다. 이런 응답은 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>This computer refuses the algorithm of key %2 for %1.</source>
        <translation>%1: 이 컴퓨터가 키 %2의 알고리즘을 허용하지 않음</translation>
    </message>
    <message>
        <source>Strict settings of its cryptography library forbid MD5 and others. Use AES128 or SHA256.</source>
        <translation>암호 라이브러리의 엄격한 설정이 MD5 등을 금지합니다. AES128이나 SHA256을 사용하십시오.</translation>
    </message>
    <message>
        <source>The key for %1 uses %2.</source>
        <translation>%1: 키가 %2 알고리즘을 사용함</translation>
    </message>
    <message>
        <source>MD5 does not protect any more, and SHA-1 is on its way out. AES128 (AES-CMAC) is what the standard names; NTS needs no shared keys at all.</source>
        <translation>MD5는 더 이상 안전하지 않고 SHA-1도 폐기되는 중입니다. 표준은 AES128(AES-CMAC)을 권장합니다. NTS를 쓰면 키를 공유할 필요가 없습니다.</translation>
    </message>
    <message>
        <source>%1 speaks Autokey, which is obsolete.</source>
        <translation>%1: 폐기된 Autokey를 사용함</translation>
    </message>
    <message>
        <source>Autokey was broken in 2012 and is not to be used. Switch it off there, and use NTS.</source>
        <translation>Autokey는 2012년에 취약점이 밝혀져 사용하면 안 됩니다. 서버에서 끄고 NTS를 사용하십시오.</translation>
    </message>
    <message>
        <source>%1 gave keys for NTS: %2, %3 cookies.</source>
        <translation>%1: NTS 키 교환 완료 – %2, 쿠키 %3개</translation>
    </message>
    <message>
        <source>There are no keys for %1: %2</source>
        <translation>%1: 키를 얻지 못함 – %2</translation>
    </message>
    <message>
        <source>Nothing hands out NTS keys at %2.</source>
        <translation>%2: NTS 키를 제공하지 않음</translation>
    </message>
    <message>
        <source>NTS begins with TLS over TCP, usually on port 4460; UDP port 123 alone is not enough. Either this server has no NTS, or its port for keys is another one.</source>
        <translation>NTS는 TCP 위의 TLS로 시작하며 보통 포트 4460을 사용합니다. UDP 포트 123만으로는 부족합니다. 서버가 NTS를 지원하지 않거나 키 교환 포트가 다릅니다.</translation>
    </message>
    <message>
        <source>The NTS key server %2 cannot be reached: %3</source>
        <translation>%2: NTS 키 서버에 연결할 수 없음 – %3</translation>
    </message>
    <message>
        <source>Check the name and the way there. NTS needs TCP to port 4460 besides UDP to port 123.</source>
        <translation>이름과 경로를 확인하십시오. NTS에는 UDP 포트 123 외에 TCP 포트 4460도 필요합니다.</translation>
    </message>
    <message>
        <source>The NTS key server %2 does not answer.</source>
        <translation>%2: NTS 키 서버가 응답하지 않음</translation>
    </message>
    <message>
        <source>A firewall drops TCP to this port, most likely. NTS needs it besides UDP to port 123.</source>
        <translation>대개 방화벽이 이 TCP 포트를 막고 있습니다. NTS에는 UDP 포트 123 외에 이 포트도 필요합니다.</translation>
    </message>
    <message>
        <source>The NTS key server %2 did not finish in time: %3</source>
        <translation>%2: NTS 키 서버가 제시간에 끝내지 못함 – %3</translation>
    </message>
    <message>
        <source>It is overloaded, or something on the way holds TLS up.</source>
        <translation>서버가 과부하이거나 경로의 무언가가 TLS를 지연시킵니다.</translation>
    </message>
    <message>
        <source>The NTS key server %2 ended the connection: %3</source>
        <translation>%2: NTS 키 서버가 연결을 끊음 – %3</translation>
    </message>
    <message>
        <source>A firewall that looks into TLS does so, and a server that is overloaded.</source>
        <translation>TLS를 검사하는 방화벽이나 과부하 상태의 서버가 이렇게 동작합니다.</translation>
    </message>
    <message>
        <source>The authorities for %1 cannot be used: %3</source>
        <translation>%1: 인증 기관 파일을 사용할 수 없음 – %3</translation>
    </message>
    <message>
        <source>Check the file that the option “ca” names.</source>
        <translation>“ca” 옵션에 지정한 파일을 확인하십시오.</translation>
    </message>
    <message>
        <source>What listens at %2 does not speak the TLS of NTS: %3</source>
        <translation>%2: NTS용 TLS가 아님 – %3</translation>
    </message>
    <message>
        <source>Another service has this port, or something on the way changes it.</source>
        <translation>다른 서비스가 이 포트를 쓰거나 경로의 무언가가 내용을 바꿉니다.</translation>
    </message>
    <message>
        <source>%2 does not speak TLS 1.3, which NTS requires.</source>
        <translation>%2: NTS에 필요한 TLS 1.3을 지원하지 않음</translation>
    </message>
    <message>
        <source>Update the server, or take the TLS proxy in front of it away.</source>
        <translation>서버를 갱신하거나 앞단의 TLS 프록시를 제거하십시오.</translation>
    </message>
    <message>
        <source>%2 speaks TLS, and hands out no keys for NTS.</source>
        <translation>%2: TLS는 지원하나 NTS 키를 제공하지 않음</translation>
    </message>
    <message>
        <source>It does not agree to “ntske/1” (ALPN): another service has this port, or a proxy that looks into TLS is in between.</source>
        <translation>“ntske/1”(ALPN)에 합의하지 않습니다. 다른 서비스가 이 포트를 쓰거나 TLS를 검사하는 프록시가 중간에 있습니다.</translation>
    </message>
    <message>
        <source>%2 refuses to hand out keys: %3</source>
        <translation>%2: 키 제공을 거부함 – %3</translation>
    </message>
    <message>
        <source>The server itself has the reason in its log.</source>
        <translation>이유는 서버의 로그에 있습니다.</translation>
    </message>
    <message>
        <source>%2 agreed on keys and sent no cookie.</source>
        <translation>%2: 키에는 합의했으나 쿠키를 보내지 않음</translation>
    </message>
    <message>
        <source>Without a cookie no question can be protected. The server is broken or wrongly set up.</source>
        <translation>쿠키가 없으면 질의를 보호할 수 없습니다. 서버가 고장 났거나 설정이 잘못되었습니다.</translation>
    </message>
    <message>
        <source>%2 and this program have nothing in common for NTS: %3</source>
        <translation>%2: NTS에 공통으로 지원하는 방식이 없음 – %3</translation>
    </message>
    <message>
        <source>NTPv4 and AEAD_AES_SIV_CMAC_256 are what every server must know.</source>
        <translation>NTPv4와 AEAD_AES_SIV_CMAC_256은 모든 서버가 지원해야 합니다.</translation>
    </message>
    <message>
        <source>The answer of the NTS key server %2 breaks its rules: %3</source>
        <translation>%2: NTS 키 서버의 응답이 규격에 어긋남 – %3</translation>
    </message>
    <message>
        <source>The server is broken, or something else listens there.</source>
        <translation>서버가 고장 났거나 다른 서비스가 응답하고 있습니다.</translation>
    </message>
    <message>
        <source>The certificate of %2 is not accepted: %3</source>
        <translation>%2: 인증서를 받아들일 수 없음 – %3</translation>
    </message>
    <message>
        <source>NTS is never used without it, and never replaced by plain NTP.</source>
        <translation>유효한 인증서 없이는 NTS를 사용하지 않으며, 일반 NTP로 바꾸지도 않습니다.</translation>
    </message>
    <message>
        <source>The certificate of %2 has expired, on %4.</source>
        <translation>%2: 인증서가 만료됨(%4)</translation>
    </message>
    <message>
        <source>The certificate of %2 is not valid before %4.</source>
        <translation>%2: 인증서의 유효 기간이 아직 시작되지 않음(%4)</translation>
    </message>
    <message>
        <source>The clock of this computer is behind, most likely: a computer without a battery for its clock starts so. Set it roughly by other means, then NTS works.</source>
        <translation>대개 이 컴퓨터의 시계가 늦은 것입니다. 시계용 배터리가 없는 컴퓨터는 이렇게 시작합니다. 다른 방법으로 대략 맞추면 NTS가 동작합니다.</translation>
    </message>
    <message>
        <source>The certificate of %2 is for another name: %5</source>
        <translation>%2: 인증서의 이름이 다름 – %5</translation>
    </message>
    <message>
        <source>Ask the server by the name that its certificate bears.</source>
        <translation>인증서에 적힌 이름으로 서버를 조회하십시오.</translation>
    </message>
    <message>
        <source>The certificate of %2 comes from an authority that is not known here.</source>
        <translation>%2: 인증서의 발급 기관을 알 수 없음</translation>
    </message>
    <message>
        <source>For a server of your own give its authority with the option “ca”. If the name is a public one, somebody may be in between.</source>
        <translation>직접 운영하는 서버라면 “ca” 옵션으로 인증 기관을 지정하십시오. 공개된 서버라면 중간에 누군가 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>The certificate of %1 expires in %2 days.</source>
        <translation>%1: 인증서가 %2일 뒤 만료됨</translation>
    </message>
    <message>
        <source>%1 answers without the protection of NTS, %2 times.</source>
        <translation>%1: NTS 보호가 없는 응답이 %2회 옴</translation>
    </message>
    <message>
        <source>Somebody on the way strips it or answers in the server&apos;s place. Such an answer is never taken.</source>
        <translation>경로상의 누군가가 보호를 제거했거나 서버 대신 응답합니다. 이런 응답은 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>Answers of %1 fail the check of NTS, %2 times.</source>
        <translation>%1: 응답이 NTS 검사를 통과하지 못함(%2회)</translation>
    </message>
    <message>
        <source>Somebody changes them, or they belong to another question. Such an answer is never taken.</source>
        <translation>누군가 응답을 변조했거나 다른 질의의 응답입니다. 이런 응답은 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 is asked without protection, and its port for NTS keys (%2) is open.</source>
        <translation>%1: 보호 없이 조회 중이나 NTS 키 교환 포트가 열려 있음(%2)</translation>
    </message>
    <message>
        <source>With NTS nobody on the way can change the time unnoticed.</source>
        <translation>NTS를 사용하면 경로상의 누구도 시각을 몰래 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>What comes from %1 is too short to be NTP, %2 times.</source>
        <translation>%1: NTP로 보기에는 너무 짧은 패킷이 %2회 옴</translation>
    </message>
    <message>
        <source>Another service has this port, or something cuts packets off.</source>
        <translation>다른 서비스가 이 포트를 쓰거나 무언가가 패킷을 잘라 냅니다.</translation>
    </message>
    <message>
        <source>Answers of %1 have an extension field that breaks its rules, %2 times.</source>
        <translation>%1: 응답의 확장 필드가 규격에 어긋남(%2회)</translation>
    </message>
    <message>
        <source>The server is broken, or something on the way changes its packets. They were not taken.</source>
        <translation>서버가 고장 났거나 경로의 무언가가 패킷을 바꿉니다. 이런 응답은 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>What comes from %1 is not the answer of a server: mode %2.</source>
        <translation>%1: 서버의 응답이 아님(모드 %2)</translation>
    </message>
    <message>
        <source>It takes this program for a peer, or broadcasts. Servers answer in mode 4.</source>
        <translation>상대가 이 프로그램을 피어로 여기거나 브로드캐스트를 보냅니다. 서버는 모드 4로 응답합니다.</translation>
    </message>
    <message>
        <source>%1 sends our own packets back.</source>
        <translation>%1: 보낸 패킷을 그대로 되돌려 보냄</translation>
    </message>
    <message>
        <source>An echo service, or a loop in the network, and no NTP server.</source>
        <translation>에코 서비스이거나 네트워크 루프이며, NTP 서버가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 answers in version %2 of NTP, and was asked in version %3.</source>
        <translation>%1: 질의 버전은 %3, 응답 버전은 %2</translation>
    </message>
    <message>
        <source>A server answers in the version that it was asked in.</source>
        <translation>서버는 질의와 같은 버전으로 응답해야 합니다.</translation>
    </message>
    <message>
        <source>%1 says that its stratum is %2, which does not exist.</source>
        <translation>%1: 존재하지 않는 Stratum을 알림(%2)</translation>
    </message>
    <message>
        <source>Strata go from 1 to 15; 16 means no time. The answer was not taken.</source>
        <translation>Stratum은 1부터 15까지이며 16은 시각이 없음을 뜻합니다. 이 응답은 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>Answers of %1 do not say when they were sent or asked for.</source>
        <translation>%1: 응답에 수신 또는 송신 시각이 없음</translation>
    </message>
    <message>
        <source>Without these timestamps nothing can be measured. The server is broken.</source>
        <translation>이 타임스탬프가 없으면 측정할 수 없습니다. 서버가 고장 났습니다.</translation>
    </message>
    <message>
        <source>%1 says that it answered before it was asked.</source>
        <translation>%1: 질의를 받기 전에 응답했다고 알림</translation>
    </message>
    <message>
        <source>Its clock was set back in between, or it is broken. If it goes on, leave the server out.</source>
        <translation>그 사이에 서버의 시계가 뒤로 돌아갔거나 서버가 고장 났습니다. 계속되면 이 서버를 제외하십시오.</translation>
    </message>
    <message>
        <source>%1 says of itself that it may be wrong by many seconds: root delay %2, root dispersion %3.</source>
        <translation>%1: 스스로 몇 초 이상 틀릴 수 있다고 알림 – root delay %2, root dispersion %3</translation>
    </message>
    <message>
        <source>It has not heard from its own sources for a long time.</source>
        <translation>오랫동안 자신의 시간 소스와 통신하지 못했습니다.</translation>
    </message>
    <message>
        <source>%1 says that its clock was set later than it answered.</source>
        <translation>%1: 응답한 시각보다 나중에 시계를 맞췄다고 알림</translation>
    </message>
    <message>
        <source>It is broken, or its clock was set back. Its time cannot be trusted.</source>
        <translation>서버가 고장 났거나 시계가 뒤로 돌아갔습니다. 이 시각은 믿을 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 says that it is not synchronised: leap indicator %2, stratum %3.</source>
        <translation>%1: 동기화되지 않았다고 알림 – 윤초 표시 %2, Stratum %3</translation>
    </message>
    <message>
        <source>It answers, and must not be believed. Look at what its own daemon says of its sources.</source>
        <translation>응답은 하지만 믿으면 안 됩니다. 그 서버의 데몬이 자신의 소스를 어떻게 보고 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 follows nothing but its own clock (%2), and calls itself stratum %3.</source>
        <translation>%1: 자신의 시계(%2)만 따르면서 Stratum %3이라고 알림</translation>
    </message>
    <message>
        <source>%1 is at stratum %2, far from a reference.</source>
        <translation>%1: 기준 시계에서 멂(Stratum %2)</translation>
    </message>
    <message>
        <source>From 10 on it is usual for a clock of last resort that follows nothing. Choose servers nearer to a reference.</source>
        <translation>10 이상은 보통 아무것도 따르지 않는 예비 시계에 쓰입니다. 기준에 더 가까운 서버를 선택하십시오.</translation>
    </message>
    <message>
        <source>The stratum of %1 changed %2 times.</source>
        <translation>%1: Stratum이 %2회 바뀜</translation>
    </message>
    <message>
        <source>It goes from one source to another, or several servers answer at one address.</source>
        <translation>소스를 계속 바꾸거나 한 주소에서 여러 서버가 응답합니다.</translation>
    </message>
    <message>
        <source>%1 changed what it follows %2 times.</source>
        <translation>%1: 따르는 대상이 %2회 바뀜</translation>
    </message>
    <message>
        <source>Its sources are about equally good, or several servers answer at one address (anycast).</source>
        <translation>소스들의 품질이 비슷하거나 한 주소에서 여러 서버가 응답합니다(애니캐스트).</translation>
    </message>
    <message>
        <source>%1 does not say when its clock was last set.</source>
        <translation>%1: 시계를 마지막으로 맞춘 시각을 알리지 않음</translation>
    </message>
    <message>
        <source>A server that is synchronised says so. Do not trust it alone.</source>
        <translation>동기화된 서버라면 알려야 합니다. 이 서버만 믿지 마십시오.</translation>
    </message>
    <message>
        <source>The clock of %1 was last set %2 ago.</source>
        <translation>%1: 시계를 마지막으로 맞춘 지 %2 지남</translation>
    </message>
    <message>
        <source>It has lost its sources and goes on by itself. After a day a server should call itself unsynchronised.</source>
        <translation>소스를 잃고 혼자 가고 있습니다. 하루가 지나면 동기화되지 않았다고 알려야 정상입니다.</translation>
    </message>
    <message>
        <source>Usual polls are at most 18 minutes apart; it may have lost its sources.</source>
        <translation>보통의 폴링 간격은 길어야 18분입니다. 소스를 잃었을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 says that the precision of its clock is 2^%2 s, which makes no sense.</source>
        <translation>%1: 시계 정밀도를 말이 되지 않는 2^%2초로 알림</translation>
    </message>
    <message>
        <source>The server is broken or an embedded one that does not fill the field in.</source>
        <translation>서버가 고장 났거나 이 필드를 채우지 않는 임베디드 장비입니다.</translation>
    </message>
    <message>
        <source>The clock of %1 is read only to %2.</source>
        <translation>%1: 시계를 %2 단위로만 읽음</translation>
    </message>
    <message>
        <source>Old Windows and embedded servers do so. It cannot be more exact than that.</source>
        <translation>오래된 Windows나 임베디드 서버가 그렇습니다. 이보다 정확할 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 sends a time after 7 February 2036, when the timestamps of NTP begin anew.</source>
        <translation>%1: NTP 타임스탬프가 새로 시작하는 2036년 2월 7일 이후의 시각을 보냄</translation>
    </message>
    <message>
        <source>Its clock is far off, or ours is. Programs that do not know of eras take such a time for 1900.</source>
        <translation>서버의 시계나 이 컴퓨터의 시계가 크게 틀립니다. 시대(era)를 모르는 프로그램은 이런 시각을 1900년으로 받아들입니다.</translation>
    </message>
    <message>
        <source>%1 answers in version %2 of NTP to a question in version %3.</source>
        <translation>%1: 버전 %3 질의에 다른 버전으로 응답함(버전 %2)</translation>
    </message>
    <message>
        <source>That works; the server is old.</source>
        <translation>동작에는 문제가 없으나 오래된 서버입니다.</translation>
    </message>
    <message>
        <source>%1 announces a leap second (%2) for %3.</source>
        <translation>%1: 윤초 예고(%2) – %3</translation>
    </message>
    <message>
        <source>Servers that smear it must not be mixed with servers that do not. Applications should be looked at around that time.</source>
        <translation>윤초 스미어를 하는 서버와 하지 않는 서버를 섞으면 안 됩니다. 그 무렵 응용 프로그램을 지켜보십시오.</translation>
    </message>
    <message>
        <source>%1 announces a leap second (%2) for %3, when there is hardly one.</source>
        <translation>%1: 있을 법하지 않은 때의 윤초 예고(%2) – %3</translation>
    </message>
    <message>
        <source>Leap seconds come at the end of June or December. A server that announces one now is wrong or forgot to stop.</source>
        <translation>윤초는 6월이나 12월 말에 있습니다. 지금 예고하는 서버는 잘못되었거나 예고를 끄지 않은 것입니다.</translation>
    </message>
    <message>
        <source>The leap indicator of %1 changed %2 times.</source>
        <translation>%1: 윤초 표시가 %2회 바뀜</translation>
    </message>
    <message>
        <source>It does not know whether a leap second is to come, or several servers answer at one address. Clients that believe it may insert a second that does not exist.</source>
        <translation>윤초가 있는지 서버가 모르거나 한 주소에서 여러 서버가 응답합니다. 이를 믿는 클라이언트는 없는 윤초를 넣을 수 있습니다.</translation>
    </message>
    <message>
        <source>Some servers announce a leap second, others do not: %1.</source>
        <translation>일부 서버만 윤초를 예고함: %1</translation>
    </message>
    <message>
        <source>Without it: %2. Look it up in IERS Bulletin C, and leave out who is wrong.</source>
        <translation>예고하지 않는 서버: %2. IERS Bulletin C를 확인하고 틀린 서버를 제외하십시오.</translation>
    </message>
    <message>
        <source>Packets to %1 wait on the way there, and not on the way back: up to %2.</source>
        <translation>%1: 가는 길에서만 패킷이 지연됨(최대 %2)</translation>
    </message>
    <message>
        <source>Offsets of packets that waited are wrong by half of that. Those that did not wait say %3. Look at uploads that fill the line. A difference between both ways that never changes cannot be seen from here.</source>
        <translation>지연된 패킷의 오프셋은 그 절반만큼 틀립니다. 지연되지 않은 패킷으로는 %3입니다. 회선을 채우는 업로드가 있는지 확인하십시오. 양방향의 차이가 늘 일정하다면 이곳에서는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Packets from %1 wait on the way back, and not on the way there: up to %2.</source>
        <translation>%1: 오는 길에서만 패킷이 지연됨(최대 %2)</translation>
    </message>
    <message>
        <source>Offsets of packets that waited are wrong by half of that. Those that did not wait say %3. Look at downloads that fill the line. A difference between both ways that never changes cannot be seen from here.</source>
        <translation>지연된 패킷의 오프셋은 그 절반만큼 틀립니다. 지연되지 않은 패킷으로는 %3입니다. 회선을 채우는 다운로드가 있는지 확인하십시오. 양방향의 차이가 늘 일정하다면 이곳에서는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The way to %1 takes from %2 to %3.</source>
        <translation>%1: 왕복 지연이 %2에서 %3까지 변함</translation>
    </message>
    <message>
        <source>Packets wait in queues: a full line (bufferbloat), wireless, or a busy machine. The filter takes the quickest of eight. A queue discipline such as fq_codel or CAKE at the bottleneck helps.</source>
        <translation>가득 찬 회선(bufferbloat), 무선 구간, 바쁜 장비의 대기열에서 패킷이 기다립니다. 필터는 여덟 개 가운데 가장 빠른 것을 씁니다. 병목 구간에 fq_codel이나 CAKE 같은 큐 관리를 적용하면 나아집니다.</translation>
    </message>
    <message>
        <source>The offset of %1 is unsteady: jitter %2.</source>
        <translation>%1: 오프셋이 불안정함(지터 %2)</translation>
    </message>
    <message>
        <source>A loaded or wireless way, or an unsteady clock at either end. Choose a nearer server.</source>
        <translation>혼잡하거나 무선인 경로, 또는 어느 한쪽의 불안정한 시계 때문입니다. 더 가까운 서버를 선택하십시오.</translation>
    </message>
    <message>
        <source>The way to %1 and back takes at least %2.</source>
        <translation>%1: 왕복에 최소 %2 걸림</translation>
    </message>
    <message>
        <source>Its offset cannot be known better than ± %3. A server nearby is better.</source>
        <translation>오프셋을 ± %3보다 정확하게 알 수 없습니다. 가까운 서버가 낫습니다.</translation>
    </message>
    <message>
        <source>%1 is too uncertain to be believed: ± %2.</source>
        <translation>%1: 믿기에는 너무 불확실함(± %2)</translation>
    </message>
    <message>
        <source>The way there, or from it to its reference, takes too long, or it has not heard from its source for long.</source>
        <translation>이곳에서 서버까지, 또는 서버에서 기준까지의 경로가 너무 길거나 오랫동안 소스와 통신하지 못했습니다.</translation>
    </message>
    <message>
        <source>%1 can be wrong by ± %2: root delay %3, root dispersion %4.</source>
        <translation>%1: ± %2까지 틀릴 수 있음 – root delay %3, root dispersion %4</translation>
    </message>
    <message>
        <source>Most of it comes from the server&apos;s own way to its reference. A server nearer to a reference says more.</source>
        <translation>대부분 서버에서 기준까지의 경로 때문입니다. 기준에 더 가까운 서버가 더 정확합니다.</translation>
    </message>
    <message>
        <source>Packets are timed by this program, not by the system.</source>
        <translation>패킷 시각을 시스템이 아니라 이 프로그램이 잼</translation>
    </message>
    <message>
        <source>Here the system does not say when packets arrived. Some microseconds, and milliseconds on a busy machine, are added to the error.</source>
        <translation>이 시스템은 패킷의 도착 시각을 알려 주지 않습니다. 몇 마이크로초, 바쁜 장비에서는 몇 밀리초의 오차가 더해집니다.</translation>
    </message>
    <message>
        <source>%1: %2, delay %3, jitter %4, stratum %5.</source>
        <translation>%1: %2, 지연 %3, 지터 %4, Stratum %5</translation>
    </message>
    <message>
        <source>%1 answers control questions (mode 6) of strangers, with %2 bytes to 12.</source>
        <translation>%1: 외부의 제어 질의(모드 6)에 응답함(12바이트 질의에 %2바이트)</translation>
    </message>
    <message>
        <source>It tells about itself, and lends itself to attacks by reflection. ntpd: “restrict default noquery”.</source>
        <translation>내부 정보를 알려 주며 반사 공격에 악용될 수 있습니다. ntpd: “restrict default noquery”.</translation>
    </message>
    <message>
        <source>%1 answers private questions (mode 7) of strangers, with %2 bytes to 48.</source>
        <translation>%1: 외부의 사설 질의(모드 7)에 응답함(48바이트 질의에 %2바이트)</translation>
    </message>
    <message>
        <source>The list of its clients (monlist) is a strong amplifier for attacks. Update the server and set “disable monitor” and “restrict default noquery”.</source>
        <translation>클라이언트 목록(monlist)은 공격을 크게 증폭합니다. 서버를 갱신하고 “disable monitor”와 “restrict default noquery”를 설정하십시오.</translation>
    </message>
    <message>
        <source>%1 is a falseticker: %2 away from what %4 servers agree on.</source>
        <translation>%1: 오류 시계(falseticker), 서버 %4대의 합의에서 %2 벗어남</translation>
    </message>
    <message>
        <source>%1 servers vote, and no more than half agree: %2.</source>
        <translation>서버 %1대가 투표했으나 과반이 일치하지 않음: %2</translation>
    </message>
    <message>
        <source>Nobody can say which one is right. Add servers of other operators until a majority agrees.</source>
        <translation>어느 쪽이 맞는지 알 수 없습니다. 과반이 일치할 때까지 다른 운영 주체의 서버를 추가하십시오.</translation>
    </message>
    <message>
        <source>There is one server only: nobody checks it.</source>
        <translation>서버가 한 대뿐이라 확인해 줄 서버가 없음</translation>
    </message>
    <message>
        <source>With four servers one may be wrong and one away, and the time is still known.</source>
        <translation>서버가 네 대면 한 대가 틀리고 한 대가 끊겨도 시각을 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Of %1 servers one only can be believed: nobody checks it.</source>
        <translation>서버 %1대 가운데 한 대만 믿을 수 있어 확인해 줄 서버가 없음</translation>
    </message>
    <message>
        <source>Mend the others, or add some.</source>
        <translation>나머지 서버를 고치거나 다른 서버를 추가하십시오.</translation>
    </message>
    <message>
        <source>There are two servers: if they disagree one day, nobody can tell which one is right.</source>
        <translation>서버가 두 대: 서로 어긋나면 어느 쪽이 맞는지 알 수 없음</translation>
    </message>
    <message>
        <source>Two are worse than one or three. Add two more, of other operators.</source>
        <translation>두 대는 한 대나 세 대보다 못합니다. 다른 운영 주체의 서버를 두 대 더 추가하십시오.</translation>
    </message>
    <message>
        <source>%1 follows this computer (%2).</source>
        <translation>%1: 이 컴퓨터를 따르고 있음(%2)</translation>
    </message>
    <message>
        <source>Who follows it follows itself. Leave it out, or let it follow something else.</source>
        <translation>이 서버를 따르면 자기 자신을 따르는 셈입니다. 제외하거나 서버가 다른 소스를 따르게 하십시오.</translation>
    </message>
    <message>
        <source>%1 and %2 follow each other.</source>
        <translation>서로를 따르는 서버: %1, %2</translation>
    </message>
    <message>
        <source>Together they drift away from the true time without noticing. Each needs sources of its own.</source>
        <translation>둘이 함께 참 시각에서 벗어나도 알아차리지 못합니다. 각각 독립된 소스가 필요합니다.</translation>
    </message>
    <message>
        <source>%1 follows %2, which is asked here as well.</source>
        <translation>%1: 함께 조회 중인 %2 서버를 따름</translation>
    </message>
    <message>
        <source>Their votes are one vote: if %2 is wrong, both are.</source>
        <translation>두 표는 사실상 한 표입니다. 다음 서버가 틀리면 함께 틀립니다: %2</translation>
    </message>
    <message>
        <source>All %1 servers follow the same one: %2.</source>
        <translation>서버 %1대가 모두 같은 서버를 따름: %2</translation>
    </message>
    <message>
        <source>They agree because they copy it, and are wrong together: %3. Add servers with other sources.</source>
        <translation>같은 것을 복사하므로 일치하고 틀릴 때도 함께 틀립니다(%3). 소스가 다른 서버를 추가하십시오.</translation>
    </message>
    <message>
        <source>%1 servers follow the same one: %2.</source>
        <translation>서버 %1대가 같은 서버를 따름: %2</translation>
    </message>
    <message>
        <source>Their votes are one vote: %3.</source>
        <translation>이들의 표는 사실상 한 표입니다: %3.</translation>
    </message>
    <message>
        <source>The same server is asked more than once: %1.</source>
        <translation>같은 서버를 두 번 이상 조회함: %1</translation>
    </message>
    <message>
        <source>It votes for itself. Leave all but one out.</source>
        <translation>스스로에게 표를 더하는 셈입니다. 하나만 남기고 제외하십시오.</translation>
    </message>
    <message>
        <source>Servers that smear leap seconds are mixed with %2 others: %1.</source>
        <translation>윤초 스미어 서버가 다른 서버 %2대와 섞여 있음: %1</translation>
    </message>
    <message>
        <source>Around a leap second the ones that smear are off by up to a second for a day, on purpose. Use either the one kind or the other.</source>
        <translation>윤초 무렵 스미어 서버는 하루 동안 일부러 최대 1초까지 어긋납니다. 한 종류만 사용하십시오.</translation>
    </message>
    <message>
        <source>All servers smear leap seconds: %1.</source>
        <translation>모든 서버가 윤초 스미어를 함: %1</translation>
    </message>
    <message>
        <source>They agree with one another. Compared with servers elsewhere this clock is off around a leap second.</source>
        <translation>서로는 일치하지만 윤초 무렵에는 다른 곳의 서버와 어긋납니다.</translation>
    </message>
    <message>
        <source>This clock is right, as far as can be known: %1.</source>
        <translation>이 컴퓨터의 시계가 확인 가능한 범위에서 맞음: %1</translation>
    </message>
    <message>
        <source>This clock is less than a millisecond off: %1.</source>
        <translation>이 컴퓨터의 시계 오차가 1밀리초 미만: %1</translation>
    </message>
    <message>
        <source>Whether this clock is right cannot be said better than ± %2: %1.</source>
        <translation>이 컴퓨터의 시계가 맞는지 ± %2보다 정확하게 알 수 없음: %1</translation>
    </message>
    <message>
        <source>Add servers that are nearer.</source>
        <translation>더 가까운 서버를 추가하십시오.</translation>
    </message>
    <message>
        <source>This clock is %1 behind: %2, say %3 servers.</source>
        <translation>이 컴퓨터의 시계가 %1 늦음: %2(서버 %3대 기준)</translation>
    </message>
    <message>
        <source>Look at the daemon that should keep it (chronyc tracking, timedatectl). This program sets no clock.</source>
        <translation>시계를 맞춰야 할 데몬을 확인하십시오(chronyc tracking, timedatectl). 이 프로그램은 시계를 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>This clock is %1 ahead: %2, say %3 servers.</source>
        <translation>이 컴퓨터의 시계가 %1 빠름: %2(서버 %3대 기준)</translation>
    </message>
    <message>
        <source>This clock is off by %1: %2, say %3 servers.</source>
        <translation>이 컴퓨터의 시계가 %1 틀림: %2(서버 %3대 기준)</translation>
    </message>
    <message>
        <source>Certificates, Kerberos and one-time passwords fail with it. ntpd gives up beyond 1000 s; set it once by hand or with “makestep”.</source>
        <translation>인증서, Kerberos, 일회용 비밀번호가 실패합니다. ntpd는 1000초를 넘으면 포기하므로 수동이나 “makestep”으로 한 번 맞추십시오.</translation>
    </message>
    <message>
        <source>This clock and the server are %1 apart: %2.</source>
        <translation>이 컴퓨터의 시계와 서버가 %1 차이 남: %2</translation>
    </message>
    <message>
        <source>With one server alone nobody can say which of the two is wrong. Add others.</source>
        <translation>서버가 한 대뿐이면 어느 쪽이 틀린지 알 수 없습니다. 다른 서버를 추가하십시오.</translation>
    </message>
    <message>
        <source>One of the two is far off. Add other servers, which tell which one.</source>
        <translation>둘 중 하나가 크게 틀립니다. 다른 서버를 추가하면 어느 쪽인지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock was set %1 times while it was watched, by up to %2.</source>
        <translation>관찰하는 동안 이 컴퓨터의 시계가 %1회 변경됨(최대 %2)</translation>
    </message>
    <message>
        <source>Somebody sets it: a daemon that steps, the tools of a virtual machine (VMware, Hyper-V, VirtualBox), a resume from sleep, or two of these at once. Let one alone keep it.</source>
        <translation>시계를 건너뛰게 하는 데몬, 가상 머신 도구(VMware, Hyper-V, VirtualBox), 절전 복귀, 또는 이들이 동시에 시계를 바꿉니다. 하나만 시계를 관리하게 하십시오.</translation>
    </message>
    <message>
        <source>The offsets of %1 servers jumped together: this computer&apos;s clock jumped by %2.</source>
        <translation>서버 %1대의 오프셋이 함께 튐: 이 컴퓨터의 시계가 %2 튐</translation>
    </message>
    <message>
        <source>All servers at once means that it was this clock. Two daemons, or the tools of a virtual machine, may be at work.</source>
        <translation>모든 서버에서 동시에 튀었으므로 이 컴퓨터의 시계가 원인입니다. 두 데몬이나 가상 머신 도구가 함께 동작할 수 있습니다.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock runs off by %1, say %2 servers.</source>
        <translation>이 컴퓨터의 시계가 %1 속도로 어긋나는 중(서버 %2대 기준)</translation>
    </message>
    <message>
        <source>Nothing keeps it, or what keeps it is still settling. In a virtual machine: look at the clock source and at the tools that set the clock.</source>
        <translation>시계를 맞추는 것이 없거나 아직 안정되지 않았습니다. 가상 머신이라면 클럭 소스와 시계를 맞추는 도구를 확인하십시오.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock runs off by %1, say %2 servers: more than a daemon can correct.</source>
        <translation>이 컴퓨터의 시계가 %1 속도로 어긋나는 중(서버 %2대 기준): 데몬이 보정할 수 있는 범위를 넘음</translation>
    </message>
    <message>
        <source>Usual in virtual machines whose host is overloaded or whose clock source is bad. Change the clock source (kvm-clock, hyperv, tsc), or mend the hardware.</source>
        <translation>호스트가 과부하이거나 클럭 소스가 나쁜 가상 머신에서 흔합니다. 클럭 소스(kvm-clock, hyperv, tsc)를 바꾸거나 하드웨어를 고치십시오.</translation>
    </message>
    <message>
        <source>This clock and the server drift apart, by %1.</source>
        <translation>이 컴퓨터의 시계와 서버가 %1 속도로 서로 멀어지는 중</translation>
    </message>
    <message>
        <source>With one server alone nobody can say whose clock it is.</source>
        <translation>서버가 한 대뿐이면 어느 쪽 시계가 원인인지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The clock of %1 runs off against the others, by %2.</source>
        <translation>%1: 다른 서버들에 대해 %2 속도로 어긋나는 중</translation>
    </message>
    <message>
        <source>Nothing keeps it. Leave the server out.</source>
        <translation>시계를 맞추는 것이 없습니다. 이 서버를 제외하십시오.</translation>
    </message>
    <message>
        <source>The clock of %1 jumped by %2.</source>
        <translation>%1: 서버의 시계가 %2 튐</translation>
    </message>
    <message>
        <source>The clock of this computer did not. A server that steps is set by hand, starts anew, or is several servers at one address.</source>
        <translation>이 컴퓨터의 시계는 튀지 않았습니다. 수동으로 시각을 바꾸거나 재시작했거나, 한 주소에 여러 서버가 있는 경우입니다.</translation>
    </message>
    <message>
        <source>The clock of %1 jumped by a second: %2.</source>
        <translation>%1: 서버의 시계가 1초 튐(%2)</translation>
    </message>
    <message>
        <source>A leap second that it applied by a step, applied late, or invented. Compare with others.</source>
        <translation>윤초를 건너뛰기로 적용했거나 늦게 적용했거나, 없는 윤초를 적용했습니다. 다른 서버와 비교하십시오.</translation>
    </message>
    <message>
        <source>There are more notes than are shown.</source>
        <translation>표시하지 않은 알림이 더 있습니다.</translation>
    </message>
    <message>
        <source>A clock that is attached to that machine cannot be asked over the network.</source>
        <translation>장비에 직접 연결된 시계는 네트워크로 조회할 수 없습니다.</translation>
    </message>
    <message>
        <source>Servers that are found by broadcast or multicast have no address here.</source>
        <translation>브로드캐스트나 멀티캐스트로 찾는 서버는 주소가 없어 조회할 수 없습니다.</translation>
    </message>
    <message>
        <source>Autokey is obsolete and can be forged (RFC 8573 and RFC 8915 replace it); it is left out.</source>
        <translation>Autokey는 폐기되었고 위조할 수 있어 제외합니다(RFC 8573과 RFC 8915가 대체).</translation>
    </message>
    <message>
        <source>It names no server.</source>
        <translation>서버 이름이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is a clock that is attached to that machine; it cannot be asked over the network.</source>
        <translation>%1: 장비에 직접 연결된 시계여서 네트워크로 조회할 수 없습니다.</translation>
    </message>
    <message>
        <source>“%1” is not the name of a server.</source>
        <translation>“%1”: 서버 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is a peer there; here it is asked as a client asks.</source>
        <translation>%1: 설정에서는 피어이지만 여기서는 클라이언트로 조회합니다.</translation>
    </message>
    <message>
        <source>NTS and a key exclude each other; %1 is asked with NTS.</source>
        <translation>%1: NTS와 키는 함께 쓸 수 없어 NTS로 조회합니다.</translation>
    </message>
    <message>
        <source>NTS needs version 4; %1 is asked so.</source>
        <translation>%1: NTS에 필요한 버전 4로 조회합니다.</translation>
    </message>
    <message>
        <source>The value “%1” of the option “%2” makes no sense.</source>
        <translation>잘못된 값입니다: “%1”(옵션 “%2”)</translation>
    </message>
    <message>
        <source>%1 is asked with Autokey, which is obsolete and can be forged; it is not asked without.</source>
        <translation>%1: 폐기되었고 위조할 수 있는 Autokey로 설정되어 있습니다. Autokey 없이 조회하지도 않습니다.</translation>
    </message>
    <message>
        <source>The option “%1” of %2 is not known; it says nothing here.</source>
        <translation>%2: 알 수 없는 옵션이어서 무시합니다: “%1”</translation>
    </message>
    <message>
        <source>There are more than %1 servers; the rest is left out.</source>
        <translation>서버가 최대 수 %1개를 넘어 나머지는 제외합니다.</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1: 이미 있습니다.</translation>
    </message>
    <message>
        <source>The file “%1” is not read: too many include one another.</source>
        <translation>포함(include)이 너무 많아 파일을 읽지 않습니다: “%1”</translation>
    </message>
    <message>
        <source>The file “%1” belongs to it and was not read.</source>
        <translation>설정에 딸린 파일을 읽지 않았습니다: “%1”</translation>
    </message>
    <message>
        <source>The files *%1 in “%2” belong to it and were not read.</source>
        <translation>설정에 딸린 파일들을 읽지 않았습니다: “%2”의 *%1</translation>
    </message>
    <message>
        <source>Servers are asked with keys, and no key file is named: the keys have to be typed.</source>
        <translation>키를 쓰는 서버가 있으나 키 파일이 지정되지 않아 키를 직접 입력해야 합니다.</translation>
    </message>
    <message>
        <source>The key file “%1” was not read: the keys have to be typed.</source>
        <translation>키 파일을 읽지 않아 키를 직접 입력해야 합니다: “%1”</translation>
    </message>
    <message>
        <source>%1 The keys have to be typed.</source>
        <translation>%1 키를 직접 입력해야 합니다.</translation>
    </message>
    <message>
        <source>The key %1 of %2 is not in the key file: it has to be typed.</source>
        <translation>%2: 키 %1번이 키 파일에 없어 직접 입력해야 합니다.</translation>
    </message>
    <message>
        <source>%1 is left out: %2.</source>
        <translation>제외한 서버 %1: %2.</translation>
    </message>
    <message>
        <source>its name cannot stand in such a file</source>
        <translation>이런 파일에 쓸 수 없는 이름</translation>
    </message>
    <message>
        <source>NTPsec asks no other port than 123</source>
        <translation>NTPsec는 포트 123 외에는 조회하지 않음</translation>
    </message>
    <message>
        <source>systemd-timesyncd has no NTS, and would ask it without</source>
        <translation>systemd-timesyncd는 NTS를 지원하지 않아 NTS 없이 조회하게 됨</translation>
    </message>
    <message>
        <source>systemd-timesyncd has no keys, and would ask it without</source>
        <translation>systemd-timesyncd는 키를 지원하지 않아 키 없이 조회하게 됨</translation>
    </message>
    <message>
        <source>systemd-timesyncd asks no other port than 123</source>
        <translation>systemd-timesyncd는 포트 123 외에는 조회하지 않음</translation>
    </message>
    <message>
        <source>it smears leap seconds and the others do not</source>
        <translation>다른 서버와 달리 윤초 스미어를 함</translation>
    </message>
    <message>
        <source>None of the servers can be recommended.</source>
        <translation>권장할 수 있는 서버가 없습니다.</translation>
    </message>
    <message>
        <source>With fewer than four sources a wrong one cannot always be outvoted (RFC 8633, section 3.2).</source>
        <translation>소스가 네 개보다 적으면 틀린 소스를 다수결로 가려내지 못할 수 있습니다(RFC 8633, 3.2절).</translation>
    </message>
    <message>
        <source>These servers smear leap seconds. Do not add any that do not.</source>
        <translation>이 서버들은 윤초 스미어를 합니다. 스미어하지 않는 서버를 추가하지 마십시오.</translation>
    </message>
    <message>
        <source>systemd-timesyncd follows one server at a time and compares it with no other: it cannot notice that a server is wrong.</source>
        <translation>systemd-timesyncd는 한 번에 한 서버만 따르며 다른 서버와 비교하지 않으므로 서버가 틀려도 알아차리지 못합니다.</translation>
    </message>
    <message>
        <source>The keys themselves belong into the key file, which only the daemon may read.</source>
        <translation>키 자체는 데몬만 읽을 수 있는 키 파일에 넣습니다.</translation>
    </message>
    <message>
        <source>A clock that is far off is set at the start; later it is only ever slewed.</source>
        <translation>크게 틀린 시계는 시작할 때 한 번에 맞추고, 이후에는 서서히 조정하기만 합니다.</translation>
    </message>
    <message>
        <source>The hardware clock follows the system&apos;s.</source>
        <translation>하드웨어 시계가 시스템 시계를 따릅니다.</translation>
    </message>
    <message>
        <source>Cookies are kept, so that a restart needs no new keys.</source>
        <translation>쿠키를 보관하므로 재시작해도 키를 새로 만들 필요가 없습니다.</translation>
    </message>
    <message>
        <source>Nobody is answered about anything but the time.</source>
        <translation>시각 외의 질의에는 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be written.</source>
        <translation>파일을 쓸 수 없습니다: “%1”</translation>
    </message>
    <message>
        <source>The clock of %1 is kept well, says %2.</source>
        <translation>%1: 시계가 잘 유지되고 있음(%2 기준)</translation>
    </message>
    <message>
        <source>Several programs set this clock: %1.</source>
        <translation>여러 프로그램이 이 시계를 맞추고 있음: %1</translation>
    </message>
    <message>
        <source>Several time services are set to start: %1.</source>
        <translation>여러 시간 서비스가 시작되도록 설정됨: %1</translation>
    </message>
    <message>
        <source>Only one of them runs now. At the next start it may be another one, or both: disable those that are not meant.</source>
        <translation>지금은 하나만 실행 중이지만 다음 시작 때는 다른 것이 실행되거나 함께 실행될 수 있습니다. 쓰지 않을 서비스는 비활성화하십시오.</translation>
    </message>
    <message>
        <source>%1 sets the clock of this virtual machine, and so does %2.</source>
        <translation>이 가상 머신의 시계를 둘이 함께 맞추고 있음: %1, %2</translation>
    </message>
    <message>
        <source>%1 runs here; whether it sets the clock, it does not say.</source>
        <translation>%1 실행 중: 시계를 맞추는지는 알 수 없음</translation>
    </message>
    <message>
        <source>Check that only one of the two keeps the clock: the guest tools or the daemon.</source>
        <translation>게스트 도구와 데몬 중 하나만 시계를 맞추는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The kernel found its clock source unstable; it counts with %1 now.</source>
        <translation>커널이 클럭 소스를 불안정하다고 판단하여 바꿈: 현재 %1</translation>
    </message>
    <message>
        <source>The time stamp counter of the processor disagreed with another timer. On a virtual machine that comes from overload or a move to another host, on a real one from firmware. %1 is slower to read and less fine; restart the machine when the cause is mended.</source>
        <translation>프로세서의 타임스탬프 카운터(TSC)가 다른 타이머와 어긋났습니다. 가상 머신에서는 과부하나 다른 호스트로의 이동, 실제 장비에서는 펌웨어가 원인입니다. 현재 클럭 소스 %1: 읽기가 느리고 정밀도가 낮습니다. 원인을 해결한 뒤 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>The clock source is %1, which is slow to read.</source>
        <translation>읽기가 느린 클럭 소스를 사용 중: %1</translation>
    </message>
    <message>
        <source>Each reading of the clock takes a microsecond or more. Where the processor has a reliable counter, use tsc, and on a virtual machine the clock of its hypervisor.</source>
        <translation>시계를 한 번 읽는 데 1마이크로초 이상 걸립니다. 프로세서의 카운터를 믿을 수 있으면 tsc를, 가상 머신이라면 하이퍼바이저의 시계를 사용하십시오.</translation>
    </message>
    <message>
        <source>This virtual machine reads the processor’s counter (tsc); %1 is there, too.</source>
        <translation>이 가상 머신은 프로세서 카운터(tsc)를 사용함. 다른 선택: %1</translation>
    </message>
    <message>
        <source>That is right on hosts whose counters agree. If the clock jumps after the machine moved to another host, use %1.</source>
        <translation>호스트의 카운터가 서로 일치하면 문제없습니다. 다른 호스트로 이동한 뒤 시계가 튄다면 다음으로 바꾸십시오: %1</translation>
    </message>
    <message>
        <source>Nothing keeps this clock in step.</source>
        <translation>이 시계를 맞추는 것이 없음</translation>
    </message>
    <message>
        <source>This is a container: its clock is that of its host.</source>
        <translation>컨테이너이므로 호스트의 시계를 그대로 씀</translation>
    </message>
    <message>
        <source>The clock is not synchronised, says %1.</source>
        <translation>시계가 동기화되지 않음(%1 기준)</translation>
    </message>
    <message>
        <source>The daemon runs and follows no source. See below which sources it has and why it uses none: unreachable ones are often UDP port 123 in a firewall.</source>
        <translation>데몬은 실행 중이지만 따르는 소스가 없습니다. 어떤 소스가 있고 왜 쓰지 않는지 아래에서 확인하십시오. 응답하지 않는 소스는 방화벽의 UDP 포트 123 때문인 경우가 많습니다.</translation>
    </message>
    <message>
        <source>Check the network and the names of the servers, and that UDP port 123 is open on the way out.</source>
        <translation>네트워크와 서버 이름, 그리고 밖으로 나가는 UDP 포트 123이 열려 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 runs and has no sources.</source>
        <translation>%1 실행 중이나 소스가 없음</translation>
    </message>
    <message>
        <source>Give it servers or a pool in its configuration.</source>
        <translation>설정에 서버나 풀을 지정하십시오.</translation>
    </message>
    <message>
        <source>With fewer than four, one that is wrong cannot be told from the others once another one fails.</source>
        <translation>네 개보다 적으면 하나가 끊겼을 때 틀린 소스를 가려낼 수 없습니다.</translation>
    </message>
    <message>
        <source>Take this server out of its configuration, or give it more servers to compare with.</source>
        <translation>이 서버를 설정에서 빼거나 비교할 서버를 더 추가하십시오.</translation>
    </message>
    <message>
        <source>They differ from the majority by more than they admit. That may be their clock or an asymmetric way; where they are the majority in truth, the others are wrong together.</source>
        <translation>스스로 밝힌 오차보다 다수와 더 크게 다릅니다. 해당 서버의 시계나 비대칭 경로가 원인일 수 있습니다. 실제로는 이들이 다수라면 나머지가 함께 틀린 것입니다.</translation>
    </message>
    <message>
        <source>A crystal is within some 50 ppm. More points to a virtual machine whose timer is calibrated wrongly, to two programs that work against each other, or to broken hardware. The daemon corrects it as long as it stays the same.</source>
        <translation>수정 발진기의 오차는 보통 50 ppm 안쪽입니다. 그보다 크면 타이머 보정이 잘못된 가상 머신, 서로 충돌하는 두 프로그램, 하드웨어 고장을 의심할 수 있습니다. 오차가 일정하면 데몬이 보정합니다.</translation>
    </message>
    <message>
        <source>The kernel corrects 500 ppm at most; beyond that the clock runs away and has to be stepped again and again. Look for another clock source, and for a second program that sets the clock.</source>
        <translation>커널은 500 ppm까지만 보정합니다. 이를 넘으면 시계가 계속 벗어나 거듭 건너뛰어 맞춰야 합니다. 다른 클럭 소스가 있는지, 시계를 맞추는 다른 프로그램이 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The daemon slews it back, which takes hours for seconds. A makestep line lets chronyd step it after a start.</source>
        <translation>데몬이 서서히 되돌리며, 몇 초를 맞추는 데 몇 시간이 걸립니다. makestep 줄을 넣으면 chronyd가 시작 직후 한 번에 맞춥니다.</translation>
    </message>
    <message>
        <source>Its clock differs from that of this computer by %1 at least.</source>
        <translation>이 컴퓨터의 시계와 최소 %1 차이 남</translation>
    </message>
    <message>
        <source>One of the two is wrong; the servers above tell which.</source>
        <translation>둘 중 하나가 틀립니다. 위의 서버들을 보면 어느 쪽인지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 runs, and was told not to touch the clock.</source>
        <translation>%1 실행 중이나 시계를 건드리지 않도록 설정됨</translation>
    </message>
    <message>
        <source>With the option -x chronyd measures and serves, and sets nothing. Something else has to keep the clock.</source>
        <translation>-x 옵션으로 실행한 chronyd는 측정하고 시각을 제공하지만 시계는 맞추지 않습니다. 다른 프로그램이 시계를 맞춰야 합니다.</translation>
    </message>
    <message>
        <source>The hardware clock keeps local time and not UTC.</source>
        <translation>하드웨어 시계가 UTC 대신 지역 시각을 씀</translation>
    </message>
    <message>
        <source>Right after a start the clock may be wrong by hours where the time zone changed. “timedatectl set-local-rtc 0” changes it; systems that are started beside Windows want it this way.</source>
        <translation>시간대가 바뀐 곳에서는 시작 직후 시계가 몇 시간 틀릴 수 있습니다. “timedatectl set-local-rtc 0”으로 바꿉니다. Windows와 함께 쓰는 시스템은 일부러 이렇게 설정하기도 합니다.</translation>
    </message>
    <message>
        <source>Who keeps the clock of %1 could not be found out.</source>
        <translation>%1: 시계를 무엇이 맞추는지 알 수 없음</translation>
    </message>
    <message>
        <source>Neither a daemon nor the system tells. More may be seen with the rights of an administrator.</source>
        <translation>데몬도 시스템도 알려 주지 않습니다. 관리자 권한이 있으면 더 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>PTP runs here: %1, grandmaster %2.</source>
        <translation>PTP 실행 중: %1, 그랜드마스터 %2</translation>
    </message>
    <message>
        <source>followed</source>
        <translation>따르는 중</translation>
    </message>
    <message>
        <source>averaged in</source>
        <translation>평균에 반영</translation>
    </message>
    <message>
        <source>good, not needed</source>
        <translation>정상, 사용 안 함</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>사용 불가</translation>
    </message>
    <message>
        <source>thought to be wrong</source>
        <translation>틀린 것으로 판단</translation>
    </message>
    <message>
        <source>too unsteady</source>
        <translation>불안정</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>The questions about the clock could not be asked on this computer.</source>
        <translation>이 컴퓨터에서 시계 상태를 조회하지 못했습니다.</translation>
    </message>
    <message>
        <source>%1 has no POSIX shell that could be asked about its clock.</source>
        <translation>%1: 시계 상태를 조회할 POSIX 셸이 없습니다.</translation>
    </message>
    <message>
        <source>There was more output than is kept.</source>
        <translation>출력이 한도를 넘었습니다.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>sets the clock</source>
        <translation>시계를 맞춤</translation>
    </message>
    <message>
        <source>leaves the clock alone</source>
        <translation>시계를 건드리지 않음</translation>
    </message>
    <message>
        <source>does not say whether it sets the clock</source>
        <translation>시계를 맞추는지 알 수 없음</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>a second is inserted at the end of the month</source>
        <translation>이달 말에 1초 삽입</translation>
    </message>
    <message>
        <source>a second is left out at the end of the month</source>
        <translation>이달 말에 1초 삭제</translation>
    </message>
    <message>
        <source>not synchronised</source>
        <translation>동기화 안 됨</translation>
    </message>
    <message>
        <source>The clock is in step, says the system.</source>
        <translation>시스템에 따르면 시계가 동기화되어 있습니다.</translation>
    </message>
    <message>
        <source>Nothing was found that keeps this clock.</source>
        <translation>이 시계를 맞추는 것을 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>The clock is kept by %1 and in step.</source>
        <translation>시계가 동기화되어 있습니다. 맞추는 프로그램: %1</translation>
    </message>
    <message>
        <source>The clock is kept by %1, which is not synchronised.</source>
        <translation>시계를 맞추는 프로그램이 동기화되지 않았습니다: %1</translation>
    </message>
    <message>
        <source>The clock is kept by %1.</source>
        <translation>시계를 맞추는 프로그램: %1</translation>
    </message>
    <message>
        <source>The file of authorities “%1” cannot be read.</source>
        <translation>인증 기관 파일을 읽을 수 없습니다: “%1”</translation>
    </message>
    <message>
        <source>The file of authorities “%1” holds no certificate in PEM form.</source>
        <translation>인증 기관 파일에 PEM 형식 인증서가 없습니다: “%1”</translation>
    </message>
    <message>
        <source>The key server does not speak TLS 1.3, which NTS requires.</source>
        <translation>키 서버가 NTS에 필요한 TLS 1.3을 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>What listens there speaks TLS, but it hands out no keys for NTS.</source>
        <translation>해당 포트의 서비스가 TLS는 지원하지만 NTS 키를 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>What listens there does not speak TLS.</source>
        <translation>해당 포트의 서비스가 TLS를 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>TLS with the key server failed.</source>
        <translation>키 서버와의 TLS 통신에 실패했습니다.</translation>
    </message>
    <message>
        <source>The server&apos;s answer is longer than 64 KiB.</source>
        <translation>서버의 응답이 64KiB보다 깁니다.</translation>
    </message>
    <message>
        <source>The server&apos;s answer has more than 256 records.</source>
        <translation>서버의 응답에 레코드가 256개를 넘습니다.</translation>
    </message>
    <message>
        <source>TLS could not be set up on this machine.</source>
        <translation>이 컴퓨터에서 TLS를 준비하지 못했습니다.</translation>
    </message>
    <message>
        <source>The key server sends more than an exchange of keys can need.</source>
        <translation>키 서버가 키 교환에 필요한 것보다 많은 데이터를 보냅니다.</translation>
    </message>
    <message>
        <source>Nothing listens for NTS keys at %1, port %2.</source>
        <translation>%1, 포트 %2: NTS 키를 제공하는 서비스가 없습니다.</translation>
    </message>
    <message>
        <source>%1, port %2, cannot be reached for NTS keys.</source>
        <translation>%1, 포트 %2: NTS 키 교환을 위해 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>The key server ended the connection during TLS.</source>
        <translation>키 서버가 TLS 협상 중에 연결을 끊었습니다.</translation>
    </message>
    <message>
        <source>The key server ended the connection without a whole answer.</source>
        <translation>키 서버가 응답을 끝내지 않고 연결을 끊었습니다.</translation>
    </message>
    <message>
        <source>%1, port %2, did not answer in time for NTS keys.</source>
        <translation>%1, 포트 %2: NTS 키 교환에 제시간에 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>TLS with the key server took too long.</source>
        <translation>키 서버와의 TLS 협상이 너무 오래 걸렸습니다.</translation>
    </message>
    <message>
        <source>The key server did not complete its answer in time.</source>
        <translation>키 서버가 제시간에 응답을 끝내지 못했습니다.</translation>
    </message>
    <message>
        <source>TLS with the key server broke.</source>
        <translation>키 서버와의 TLS 연결이 끊어졌습니다.</translation>
    </message>
    <message>
        <source>The certificate of the key server %1 is not accepted: %2</source>
        <translation>키 서버의 인증서를 받아들일 수 없습니다. %1: %2</translation>
    </message>
    <message>
        <source>The keys could not be taken out of TLS.</source>
        <translation>TLS에서 키를 추출하지 못했습니다.</translation>
    </message>
    <message>
        <source>The key server sends on to “%1”, a name without an address.</source>
        <translation>키 서버가 안내한 이름 “%1”: 주소가 없습니다.</translation>
    </message>
    <message>
        <source>it does not know a record that it has to know</source>
        <translation>필수 레코드를 알지 못함</translation>
    </message>
    <message>
        <source>it calls the request wrong</source>
        <translation>요청이 잘못되었다고 응답함</translation>
    </message>
    <message>
        <source>it has an error of its own</source>
        <translation>서버 내부 오류</translation>
    </message>
    <message>
        <source>Keys and cookies were agreed.</source>
        <translation>키와 쿠키를 받았습니다.</translation>
    </message>
    <message>
        <source>The server&apos;s answer breaks off before its end.</source>
        <translation>서버의 응답이 도중에 끊겼습니다.</translation>
    </message>
    <message>
        <source>The server insists on record %1, which is not known here.</source>
        <translation>서버가 알 수 없는 레코드를 필수로 요구합니다: %1</translation>
    </message>
    <message>
        <source>The server refuses, with error %1.</source>
        <translation>서버가 거부했습니다. 오류 %1.</translation>
    </message>
    <message>
        <source>The server refuses: %1.</source>
        <translation>서버가 거부했습니다: %1.</translation>
    </message>
    <message>
        <source>The server sent warning %1, which is not known here.</source>
        <translation>서버가 알 수 없는 경고를 보냈습니다: %1</translation>
    </message>
    <message>
        <source>The server does not offer NTPv4 behind NTS.</source>
        <translation>서버가 NTS로 NTPv4를 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>The server knows none of the algorithms that were offered.</source>
        <translation>서버가 제안된 알고리즘을 하나도 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>The server sent no cookie.</source>
        <translation>서버가 쿠키를 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The server&apos;s record “%1” breaks its rules.</source>
        <translation>서버의 레코드가 규격에 어긋납니다: “%1”</translation>
    </message>
    <message>
        <source>The server cannot be reached from here.</source>
        <translation>이곳에서 서버에 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>The system gives no more sockets.</source>
        <translation>시스템에서 소켓을 더 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>the kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>no answer within 5 seconds</source>
        <translation>5초 안에 응답 없음</translation>
    </message>
    <message>
        <source>What could not be asked</source>
        <translation>조회하지 못한 것</translation>
    </message>
    <message>
        <source>Some commands tell more with the rights of an administrator.</source>
        <translation>일부 명령은 관리자 권한이 있어야 더 많은 정보를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Who keeps it</source>
        <translation>시계를 맞추는 주체</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>What the host calls itself.</source>
        <translation>호스트가 스스로 밝힌 이름입니다.</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>The kernel, which counts the time.</source>
        <translation>시각을 세는 커널입니다.</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>A running program that sets the clock. There should be one of them.</source>
        <translation>실행 중이며 시계를 맞추는 프로그램입니다. 하나만 있어야 합니다.</translation>
    </message>
    <message>
        <source>It runs, and does not set the system&apos;s clock.</source>
        <translation>실행 중이지만 시스템 시계를 맞추지 않습니다.</translation>
    </message>
    <message>
        <source>A service of the system: what it does now, and whether it starts with the system.</source>
        <translation>시스템 서비스의 현재 상태와 자동 시작 여부입니다.</translation>
    </message>
    <message>
        <source>Time service on</source>
        <translation>시간 동기화 켜짐</translation>
    </message>
    <message>
        <source>Whether the system is told to keep its clock by the network.</source>
        <translation>시스템이 네트워크로 시계를 맞추도록 설정되었는지 나타냅니다.</translation>
    </message>
    <message>
        <source>Synchronised</source>
        <translation>동기화됨</translation>
    </message>
    <message>
        <source>What the kernel was told by whoever keeps the clock.</source>
        <translation>시계를 맞추는 프로그램이 커널에 알린 상태입니다.</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>시간대</translation>
    </message>
    <message>
        <source>For showing the time; NTP knows no time zones.</source>
        <translation>시각 표시에만 쓰입니다. NTP에는 시간대가 없습니다.</translation>
    </message>
    <message>
        <source>Hardware clock in local time</source>
        <translation>지역 시각을 쓰는 하드웨어 시계</translation>
    </message>
    <message>
        <source>The battery&apos;s clock should keep UTC: local time is ambiguous when summer time ends.</source>
        <translation>하드웨어 시계는 UTC를 쓰는 것이 좋습니다. 지역 시각은 서머 타임이 끝날 때 모호해집니다.</translation>
    </message>
    <message>
        <source>Against this computer</source>
        <translation>이 컴퓨터와의 차이</translation>
    </message>
    <message>
        <source>How far its clock is ahead of this computer&apos;s, from the times at which it was asked; the way there and back makes it unsure.</source>
        <translation>조회한 시각으로 계산한, 호스트의 시계가 이 컴퓨터보다 빠른 정도입니다. 왕복 시간만큼 불확실합니다.</translation>
    </message>
    <message>
        <source>What “chronyc tracking” says.</source>
        <translation>“chronyc tracking”의 내용입니다.</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>따르는 소스</translation>
    </message>
    <message>
        <source>The source that it follows at the moment.</source>
        <translation>현재 따르는 소스입니다.</translation>
    </message>
    <message>
        <source>Stratum</source>
        <translation>Stratum(계층)</translation>
    </message>
    <message>
        <source>How many servers are between it and a reference clock, itself included.</source>
        <translation>기준 시계까지의 서버 수이며 자신을 포함합니다.</translation>
    </message>
    <message>
        <source>Still to correct</source>
        <translation>남은 보정량</translation>
    </message>
    <message>
        <source>How far the clock is ahead of what chronyd takes for the true time. It slews this away.</source>
        <translation>chronyd가 참 시각으로 보는 값보다 시계가 빠른 정도입니다. 서서히 보정합니다.</translation>
    </message>
    <message>
        <source>Last offset</source>
        <translation>마지막 오프셋</translation>
    </message>
    <message>
        <source>What the last update of the clock found.</source>
        <translation>마지막 갱신 때 측정한 오프셋입니다.</translation>
    </message>
    <message>
        <source>Mean offset</source>
        <translation>평균 오프셋</translation>
    </message>
    <message>
        <source>The long-term mean of what updates found: how well the clock is usually kept.</source>
        <translation>갱신 때 측정한 오프셋의 장기 평균으로, 평소 시계가 얼마나 정확한지 나타냅니다.</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>주파수</translation>
    </message>
    <message>
        <source>How fast the oscillator runs by itself: 1 ppm is 86 ms a day. chronyd takes it into account. More than 100 ppm is unusual.</source>
        <translation>발진기 자체가 빠른 정도입니다. 1 ppm은 하루 86ms입니다. chronyd가 이를 감안해 보정합니다. 100 ppm을 넘는 경우는 드뭅니다.</translation>
    </message>
    <message>
        <source>Unsure by</source>
        <translation>불확실도</translation>
    </message>
    <message>
        <source>How well it knows that frequency; it grows when the temperature changes or the sources are unsteady.</source>
        <translation>주파수를 얼마나 정확히 아는지 나타냅니다. 온도가 변하거나 소스가 불안정하면 커집니다.</translation>
    </message>
    <message>
        <source>Root delay</source>
        <translation>루트 지연(root delay)</translation>
    </message>
    <message>
        <source>The way to the reference clock and back, over all servers between.</source>
        <translation>중간 서버를 모두 거쳐 기준 시계까지 왕복하는 시간입니다.</translation>
    </message>
    <message>
        <source>Root dispersion</source>
        <translation>루트 분산(root dispersion)</translation>
    </message>
    <message>
        <source>How unsure the time has become on that way. Half the root delay and this bound the error.</source>
        <translation>그 경로에서 쌓인 불확실도입니다. 루트 지연의 절반과 이 값을 더한 것이 오차 한도입니다.</translation>
    </message>
    <message>
        <source>Update interval</source>
        <translation>갱신 간격</translation>
    </message>
    <message>
        <source>Between the last two updates.</source>
        <translation>최근 두 갱신 사이의 시간입니다.</translation>
    </message>
    <message>
        <source>Leap second</source>
        <translation>윤초</translation>
    </message>
    <message>
        <source>Whether one is announced.</source>
        <translation>윤초 예고 여부입니다.</translation>
    </message>
    <message>
        <source>What “timedatectl show-timesync” says.</source>
        <translation>“timedatectl show-timesync”의 내용입니다.</translation>
    </message>
    <message>
        <source>Its one server: it follows one at a time and compares it with none, so it cannot tell whether it is wrong.</source>
        <translation>따르는 서버 하나입니다. 한 번에 하나만 따르고 비교하지 않으므로 서버가 틀려도 알 수 없습니다.</translation>
    </message>
    <message>
        <source>How many servers are between it and a reference clock.</source>
        <translation>기준 시계까지의 서버 수입니다.</translation>
    </message>
    <message>
        <source>How unsure the time has become on that way.</source>
        <translation>그 경로에서 쌓인 불확실도입니다.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>지터</translation>
    </message>
    <message>
        <source>How much its measurements differ.</source>
        <translation>측정값들이 서로 다른 정도입니다.</translation>
    </message>
    <message>
        <source>Poll interval</source>
        <translation>폴링 주기</translation>
    </message>
    <message>
        <source>How often it asks.</source>
        <translation>서버를 조회하는 간격입니다.</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>패킷</translation>
    </message>
    <message>
        <source>Answers since it chose this server.</source>
        <translation>이 서버를 선택한 뒤 받은 응답 수입니다.</translation>
    </message>
    <message>
        <source>How fast the oscillator runs by itself, as far as it knows.</source>
        <translation>파악된 범위에서 발진기 자체가 빠른 정도입니다.</translation>
    </message>
    <message>
        <source>What “ntpq -c rv” says.</source>
        <translation>“ntpq -c rv”의 내용입니다.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Which ntpd it is.</source>
        <translation>ntpd의 종류와 버전입니다.</translation>
    </message>
    <message>
        <source>How many servers are between it and a reference clock; 16 means that it follows none.</source>
        <translation>기준 시계까지의 서버 수입니다. 16은 따르는 서버가 없음을 뜻합니다.</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>오프셋</translation>
    </message>
    <message>
        <source>How far the clock is ahead of what ntpd takes for the true time.</source>
        <translation>ntpd가 참 시각으로 보는 값보다 시계가 빠른 정도입니다.</translation>
    </message>
    <message>
        <source>How much its sources differ.</source>
        <translation>소스들이 서로 다른 정도입니다.</translation>
    </message>
    <message>
        <source>How fast the oscillator runs by itself.</source>
        <translation>발진기 자체가 빠른 정도입니다.</translation>
    </message>
    <message>
        <source>Its sources</source>
        <translation>소스</translation>
    </message>
    <message>
        <source>What its daemon thinks of each server.</source>
        <translation>데몬이 각 서버를 어떻게 판단하는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>stratum %1</source>
        <translation>Stratum %1</translation>
    </message>
    <message>
        <source>reach %1</source>
        <translation>Reach %1</translation>
    </message>
    <message>
        <source>What the daemon makes of it; how far this clock is ahead of it; and which of the last eight questions it answered (377: all).</source>
        <translation>데몬의 판단, 이 시계가 소스보다 빠른 정도, 최근 여덟 번의 질의 중 응답한 것입니다(377: 모두 응답).</translation>
    </message>
    <message>
        <source>%n more</source>
        <translation>외 %n개</translation>
    </message>
    <message>
        <source>The kernel&apos;s clock</source>
        <translation>커널 시계</translation>
    </message>
    <message>
        <source>Clock source</source>
        <translation>클럭 소스</translation>
    </message>
    <message>
        <source>What the kernel counts with. tsc, the counter of the processor, is fine and quick; hpet and acpi_pm are slow; hypervisors offer clocks of their own.</source>
        <translation>커널이 시각을 세는 데 쓰는 것입니다. 프로세서 카운터인 tsc는 정밀하고 빠르며, hpet과 acpi_pm은 느립니다. 하이퍼바이저는 자체 시계를 제공합니다.</translation>
    </message>
    <message>
        <source>Others to choose from</source>
        <translation>선택 가능한 다른 소스</translation>
    </message>
    <message>
        <source>What the machine has besides.</source>
        <translation>이 장비에 있는 다른 클럭 소스입니다.</translation>
    </message>
    <message>
        <source>Forced at the start</source>
        <translation>시작 시 강제 지정</translation>
    </message>
    <message>
        <source>The kernel&apos;s command line chose it, and keeps it from choosing a better one.</source>
        <translation>커널 명령줄에서 지정되어 더 나은 것을 고를 수 없습니다.</translation>
    </message>
    <message>
        <source>The kernel&apos;s log</source>
        <translation>커널 로그</translation>
    </message>
    <message>
        <source>The kernel compared its clocks and did not like what it saw.</source>
        <translation>커널이 시계들을 비교하여 이상을 발견했습니다.</translation>
    </message>
    <message>
        <source>Marked as synchronised</source>
        <translation>동기화 표시</translation>
    </message>
    <message>
        <source>Whether a program keeps telling the kernel that the time is right.</source>
        <translation>시각이 맞다고 커널에 계속 알리는 프로그램이 있는지 나타냅니다.</translation>
    </message>
    <message>
        <source>Correction of the frequency</source>
        <translation>주파수 보정</translation>
    </message>
    <message>
        <source>By how much the kernel makes the clock faster. It can do 500 ppm at most.</source>
        <translation>커널이 시계를 빠르게 하는 정도입니다. 최대 500 ppm입니다.</translation>
    </message>
    <message>
        <source>Greatest error</source>
        <translation>최대 오차</translation>
    </message>
    <message>
        <source>What the kernel admits; it grows by itself until somebody renews it. 16 s: nobody does.</source>
        <translation>커널이 인정하는 오차이며 갱신하지 않으면 계속 커집니다. 16초라면 갱신하는 프로그램이 없는 것입니다.</translation>
    </message>
    <message>
        <source>The machine</source>
        <translation>장비</translation>
    </message>
    <message>
        <source>a real one</source>
        <translation>실제 장비</translation>
    </message>
    <message>
        <source>a virtual one</source>
        <translation>가상 머신</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Virtual machines and containers get their time from elsewhere: a pause, a move or a snapshot makes their clock jump, and a container has the clock of its host.</source>
        <translation>가상 머신과 컨테이너는 시각을 외부에서 얻습니다. 일시 정지, 이동, 스냅샷으로 시계가 튈 수 있으며, 컨테이너는 호스트의 시계를 씁니다.</translation>
    </message>
    <message>
        <source>Hardware</source>
        <translation>하드웨어</translation>
    </message>
    <message>
        <source>What the firmware says; hypervisors put their names here.</source>
        <translation>펌웨어가 알려 주는 정보이며 하이퍼바이저의 이름이 나타나기도 합니다.</translation>
    </message>
    <message>
        <source>Tools of the hypervisor in this machine. If they set the clock beside a daemon, it jumps.</source>
        <translation>이 장비에 설치된 하이퍼바이저 도구입니다. 데몬과 함께 시계를 맞추면 시계가 튑니다.</translation>
    </message>
    <message>
        <source>Precision Time Protocol, IEEE 1588; read only.</source>
        <translation>정밀 시각 프로토콜(PTP, IEEE 1588)이며 읽기만 합니다.</translation>
    </message>
    <message>
        <source>A hardware clock that PTP could use, of a network card or a hypervisor.</source>
        <translation>PTP가 쓸 수 있는 하드웨어 시계로, 네트워크 카드나 하이퍼바이저가 제공합니다.</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>시계</translation>
    </message>
    <message>
        <source>The identity of ptp4l on this host.</source>
        <translation>이 호스트의 ptp4l 식별자입니다.</translation>
    </message>
    <message>
        <source>Grandmaster</source>
        <translation>그랜드마스터</translation>
    </message>
    <message>
        <source>itself</source>
        <translation>자기 자신</translation>
    </message>
    <message>
        <source>The clock at the root, which all others follow.</source>
        <translation>다른 모든 시계가 따르는 최상위 시계입니다.</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>SLAVE: it follows. MASTER: others may follow it. Anything else: it is not there yet.</source>
        <translation>SLAVE는 따르는 중, MASTER는 다른 시계가 따를 수 있음, 그 밖의 값은 아직 준비되지 않았음을 뜻합니다.</translation>
    </message>
    <message>
        <source>Steps to the grandmaster</source>
        <translation>그랜드마스터까지의 단계</translation>
    </message>
    <message>
        <source>How many clocks are on the way.</source>
        <translation>경로에 있는 시계의 수입니다.</translation>
    </message>
    <message>
        <source>From its master, as ptp4l measures it.</source>
        <translation>ptp4l이 측정한 마스터와의 차이입니다.</translation>
    </message>
    <message>
        <source>Path delay</source>
        <translation>경로 지연</translation>
    </message>
    <message>
        <source>To its master, one way.</source>
        <translation>마스터까지의 편도 지연입니다.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>linuxptp is not installed there, so nothing about PTP can be said.</source>
        <translation>linuxptp가 설치되어 있지 않아 PTP 상태를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>ptp4l does not run, or does not talk to this user.</source>
        <translation>ptp4l이 실행 중이 아니거나 이 사용자에게 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>pmc could not ask ptp4l.</source>
        <translation>pmc로 ptp4l을 조회하지 못했습니다.</translation>
    </message>
    <message>
        <source>PTP is looked at where linuxptp runs: pmc asks ptp4l on the same host.</source>
        <translation>PTP는 linuxptp가 실행되는 곳에서 확인합니다. 같은 호스트에서 pmc가 ptp4l을 조회합니다.</translation>
    </message>
    <message>
        <source>This computer did not say in time how it keeps its clock.</source>
        <translation>이 컴퓨터에서 시계 관리 상태를 제한 시간 안에 확인하지 못했습니다.</translation>
    </message>
    <message>
        <source>Asking this computer how it keeps its clock.</source>
        <translation>이 컴퓨터의 시계를 무엇이 맞추는지 확인하는 중입니다.</translation>
    </message>
    <message>
        <source>%1 keeps this clock and believes that it is right.</source>
        <translation>%1 데몬이 틀린 시계를 맞다고 판단함</translation>
    </message>
    <message>
        <source>Its own sources say otherwise than the servers that were asked here. Compare both (chronyc sources): one of the two follows a wrong clock, smears a leap second, or is reached on a crooked path.</source>
        <translation>데몬의 소스가 여기서 조회한 서버와 다른 시각을 알립니다. 양쪽을 비교하십시오(chronyc sources). 어느 한쪽이 틀린 시계를 따르거나, 윤초 스미어를 하거나, 비대칭 경로에 있습니다.</translation>
    </message>
    <message>
        <source>%2 knows that this clock is off and is still correcting it (%1 to go).</source>
        <translation>%2 데몬이 시계를 서서히 보정하는 중(남은 오차 %1)</translation>
    </message>
    <message>
        <source>It slews, which takes hours for seconds. A makestep line lets chronyd step it after a start.</source>
        <translation>서서히 되돌리므로 몇 초를 맞추는 데 몇 시간이 걸립니다. makestep 줄을 넣으면 chronyd가 시작 직후 한 번에 맞춥니다.</translation>
    </message>
    <message>
        <source>How this computer keeps its clock is not known.</source>
        <translation>이 컴퓨터의 시계를 무엇이 맞추는지 알 수 없음</translation>
    </message>
    <message>
        <source>Its time daemon, clock source and guest tools could not be asked. Look at them by hand where this clock is off.</source>
        <translation>시간 데몬, 클럭 소스, 게스트 도구를 조회하지 못했습니다. 시계가 틀리다면 직접 확인하십시오.</translation>
    </message>
    <message>
        <source>None of the sources of the time daemon answers (%1).</source>
        <translation>시간 데몬의 소스가 모두 응답하지 않음(%1개)</translation>
    </message>
    <message>
        <source>The time daemon has %1 source(s).</source>
        <translation>시간 데몬의 소스가 %1개뿐임</translation>
    </message>
    <message>
        <source>The time daemon follows %1, which was measured to be wrong.</source>
        <translation>시간 데몬이 측정 결과 틀린 서버를 따르고 있음: %1</translation>
    </message>
    <message>
        <source>The time daemon takes these sources to be wrong: %1.</source>
        <translation>시간 데몬이 틀렸다고 판단한 소스: %1</translation>
    </message>
    <message>
        <source>The oscillator of this machine is off by %1 ppm.</source>
        <translation>발진기의 주파수 오차: %1 ppm</translation>
    </message>
    <message>
        <source>The oscillator of this machine is off by %1 ppm, which can hardly be corrected.</source>
        <translation>발진기의 주파수 오차가 보정하기 어려울 만큼 큼: %1 ppm</translation>
    </message>
    <message>
        <source>This clock is off by %1, says %2.</source>
        <translation>시계가 %1 어긋남(%2 기준)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>a cause, and what comes of it</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is behind by %1.</source>
        <translation>이 컴퓨터의 시계가 %1 느립니다.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is ahead by %1.</source>
        <translation>이 컴퓨터의 시계가 %1 빠릅니다.</translation>
    </message>
    <message>
        <source>A second will be left out at the end of the month (UTC).</source>
        <translation>이달 말(UTC)에 1초가 빠집니다.</translation>
    </message>
    <message>
        <source>A leap second will be inserted at the end of the month (UTC).</source>
        <translation>이달 말(UTC)에 윤초가 삽입됩니다.</translation>
    </message>
    <message>
        <source>Its answer is not signed with the key.</source>
        <translation>응답이 키로 서명되지 않았습니다.</translation>
    </message>
    <message>
        <source>It could not authenticate this computer: the key or its number is another one there (crypto-NAK).</source>
        <translation>서버가 이 컴퓨터를 인증하지 못했습니다. 서버의 키나 키 번호가 다릅니다(crypto-NAK).</translation>
    </message>
    <message>
        <source>Its answer is signed with another key.</source>
        <translation>응답이 다른 키로 서명되었습니다.</translation>
    </message>
    <message>
        <source>The signature of its answer is wrong: the key is another one there, or the answer was changed on the way.</source>
        <translation>응답의 서명이 틀립니다. 서버의 키가 다르거나 응답이 도중에 변경되었습니다.</translation>
    </message>
    <message>
        <source>The cryptography of this computer refuses the algorithm of the key.</source>
        <translation>이 컴퓨터의 암호 라이브러리가 키의 알고리즘을 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>It is asked too often (RATE); it is asked half as often now.</source>
        <translation>요청이 너무 잦습니다(RATE). 이제 절반만 묻습니다.</translation>
    </message>
    <message>
        <source>It denies access (DENY), and is not asked any more.</source>
        <translation>접근을 거부했으며(DENY) 더 이상 묻지 않습니다.</translation>
    </message>
    <message>
        <source>Its policy restricts access (RSTR), and it is not asked any more.</source>
        <translation>정책으로 접근을 제한했으며(RSTR) 더 이상 묻지 않습니다.</translation>
    </message>
    <message>
        <source>It has forgotten the keys of NTS (NTSN); new ones are made.</source>
        <translation>서버에 NTS 키가 남아 있지 않아 새로 만들고 있습니다(NTSN).</translation>
    </message>
    <message>
        <source>It has just started and has no time yet (INIT).</source>
        <translation>막 시작하여 아직 시각이 맞춰지지 않았습니다(INIT).</translation>
    </message>
    <message>
        <source>Its clock has just been set, and it has no time yet (STEP).</source>
        <translation>시계를 막 맞추어 아직 동기화되지 않았습니다(STEP).</translation>
    </message>
    <message>
        <source>It does not want to be asked like this.</source>
        <translation>서버가 이 요청을 거절했습니다.</translation>
    </message>
    <message>
        <source>It does not want to be asked like this (%1).</source>
        <translation>서버가 이 요청을 거절했습니다(%1).</translation>
    </message>
    <message>
        <source>Its answer is not protected by NTS, and is not believed.</source>
        <translation>응답이 NTS로 보호되지 않아 사용하지 않았습니다.</translation>
    </message>
    <message>
        <source>Its answer belongs to another request of NTS.</source>
        <translation>다른 NTS 요청에 대한 응답입니다.</translation>
    </message>
    <message>
        <source>Its answer is not authentic: it fails the check of NTS.</source>
        <translation>응답이 NTS 검사를 통과하지 못했습니다.</translation>
    </message>
    <message>
        <source>It has forgotten the keys of NTS; new ones are made.</source>
        <translation>서버에 NTS 키가 남아 있지 않아 새로 만들고 있습니다.</translation>
    </message>
    <message>
        <source>It answers that it has no time: its own clock is not set (leap indicator 3).</source>
        <translation>응답은 하지만 서버 자신의 시계가 맞춰지지 않았습니다(윤초 표시 3).</translation>
    </message>
    <message>
        <source>The cookies of NTS are used up; new keys are made.</source>
        <translation>NTS 쿠키를 다 써서 키를 새로 만들고 있습니다.</translation>
    </message>
    <message>
        <source>Nothing listens at %1: UDP port %2 is closed.</source>
        <translation>%1: UDP 포트 %2 닫힘, NTP 서버가 응답하지 않음</translation>
    </message>
    <message>
        <source>Start its NTP server and let it serve others (chrony: “allow”), or check the address and the port. The machine itself, or a firewall in front of it, says that the port is closed.</source>
        <translation>NTP 서버를 시작하고 다른 장비에도 응답하도록 설정하거나(chrony: “allow”), 주소와 포트를 확인하십시오. 해당 장비나 그 앞의 방화벽이 포트가 닫혀 있다고 알려 왔습니다.</translation>
    </message>
    <message>
        <source>Allow UDP to this port in the firewalls on the way and at the machine, and let its NTP server serve this address (chrony: “allow”; ntpd: “restrict”). It answers other packets, so the address is right and the machine is on.</source>
        <translation>경로와 장비의 방화벽에서 이 UDP 포트를 허용하고, NTP 서버가 이 주소에 응답하도록 설정하십시오(chrony: “allow”, ntpd: “restrict”). 다른 패킷에는 응답하므로 주소는 맞고 장비도 켜져 있습니다.</translation>
    </message>
    <message>
        <source>Let its operator renew it, and restart the NTP server after that: this is often forgotten. If today is before that date, the clock of this computer is ahead; servers without NTS tell.</source>
        <translation>운영자에게 갱신을 요청하십시오. 인증서를 바꾸고도 NTP 서버를 다시 시작하지 않은 경우가 많습니다. 아직 그 날짜 전이라면 이 컴퓨터의 시계가 앞선 것이므로, NTS를 쓰지 않는 서버와 비교해 확인하십시오.</translation>
    </message>
    <message>
        <source>Give it sources, or leave it out. A server that lost its sources, or was told to be one (“local stratum”), gives whatever time it has: good for a network without a way out, and for nothing else.</source>
        <translation>서버에 소스를 지정하거나 서버를 제외하십시오. 소스를 잃었거나 그렇게 설정된(“local stratum”) 서버는 무엇이든 가진 시각을 알려 주므로 외부와 단절된 네트워크에서만 쓸모가 있습니다.</translation>
    </message>
    <message>
        <source>No interleaved mode: %1.</source>
        <translation>인터리브 모드를 제공하지 않음: %1</translation>
    </message>
    <message>
        <source>Timestamps of sending are then taken a few microseconds early. Where that matters: chrony&apos;s “xleave”.</source>
        <translation>송신 타임스탬프가 몇 마이크로초 일찍 찍힙니다. 그 정도가 중요하면 chrony의 “xleave”를 사용하십시오.</translation>
    </message>
    <message>
        <source>Leave it out, and tell its operator. Its interval has nothing in common with those of %3.</source>
        <translation>이 서버를 제외하고 운영자에게 알리십시오. 다음 서버와 겹치는 구간이 전혀 없습니다: %3.</translation>
    </message>
    <message>
        <source>Leave one of them running, and disable the others so that they do not come back at the next start. Each one takes the corrections of the other for errors of the clock, and the clock swings to and fro.</source>
        <translation>하나만 남기고 나머지는 다음 시작 때 다시 실행되지 않도록 비활성화하십시오. 각 프로그램이 다른 프로그램의 보정을 시계의 오차로 여겨 시계가 흔들립니다.</translation>
    </message>
    <message>
        <source>Turn off the periodic synchronisation of the guest tools and leave the clock to the daemon. The host steps the clock behind the back of the daemon: the usual cause of jumps in virtual machines.</source>
        <translation>게스트 도구의 주기적 시간 동기화를 끄고 시계를 데몬에 맡기십시오. 데몬이 모르는 사이에 하이퍼바이저가 시계를 건너뛰게 하며, 이는 가상 머신에서 시계가 튀는 가장 흔한 원인입니다.</translation>
    </message>
    <message>
        <source>Install and start chrony, or turn on systemd-timesyncd. No time daemon was found running, and a clock that nobody corrects drifts by seconds each week.</source>
        <translation>chrony를 설치해 시작하거나 systemd-timesyncd를 켜십시오. 실행 중인 시간 데몬이 없으며, 아무도 보정하지 않는 시계는 매주 몇 초씩 어긋납니다.</translation>
    </message>
    <message>
        <source>A container cannot set it. On the host, see which time daemon runs and whether it is synchronised (chronyc tracking, timedatectl).</source>
        <translation>컨테이너에서는 시계를 맞출 수 없습니다. 호스트에서 시간 데몬이 동작하며 동기화되어 있는지 확인하십시오(chronyc tracking, timedatectl).</translation>
    </message>
    <message>
        <source>These servers contradict each other, and no majority agrees: find out which one is wrong before they are used.</source>
        <translation>이 서버들은 서로 어긋나며 다수가 일치하지 않습니다. 사용하기 전에 어느 서버가 틀렸는지 알아보십시오.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ntp::HistoryWriter</name>
    <message>
        <source>The history of clocks in “%1” is damaged. It was kept as “%2”, and a new one was begun.</source>
        <translation>시계 기록 파일이 손상되었습니다: “%1”. 손상된 파일은 “%2”에 보관하고 새 기록을 시작했습니다.</translation>
    </message>
    <message>
        <source>Measurements could not be saved; it will be tried again.</source>
        <translation>측정값을 저장하지 못했습니다. 다시 시도합니다.</translation>
    </message>
    <message>
        <source>%1 measurements were not saved: the file could not be written for too long.</source>
        <translation>측정값 %1개를 저장하지 못했습니다. 파일에 너무 오랫동안 쓸 수 없었습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Payload</name>
    <message numerus="yes">
        <source>%n bytes follow the value.</source>
        <translation>
            <numerusform>값 뒤에 %n바이트가 더 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>CBOR does not have this length.</source>
        <translation>CBOR에 없는 길이입니다.</translation>
    </message>
    <message>
        <source>It is nested too deeply.</source>
        <translation>중첩이 너무 깊습니다.</translation>
    </message>
    <message>
        <source>An end stands where nothing is open.</source>
        <translation>열린 것이 없는데 끝 표시가 있습니다.</translation>
    </message>
    <message>
        <source>A piece of a string is of another kind.</source>
        <translation>문자열의 조각 중에 종류가 다른 것이 있습니다.</translation>
    </message>
    <message>
        <source>CBOR does not have this simple value.</source>
        <translation>CBOR에 없는 단순 값입니다.</translation>
    </message>
    <message>
        <source>It is no picture of a known format (PNG, JPEG, GIF, WebP).</source>
        <translation>알려진 형식(PNG, JPEG, GIF, WebP)의 그림이 아닙니다.</translation>
    </message>
    <message>
        <source>It begins with a byte order mark.</source>
        <translation>바이트 순서 표시(BOM)로 시작합니다.</translation>
    </message>
    <message>
        <source>A path begins with $.</source>
        <translation>경로는 $로 시작합니다.</translation>
    </message>
    <message>
        <source>The path is too long.</source>
        <translation>경로가 너무 깁니다.</translation>
    </message>
    <message>
        <source>A name is missing behind the dot; other names are written as [&apos;name&apos;].</source>
        <translation>점 뒤에 이름이 없습니다. 다른 글자가 든 이름은 [&apos;name&apos;]처럼 씁니다.</translation>
    </message>
    <message>
        <source>A dot or a bracket is missing.</source>
        <translation>점이나 대괄호가 없습니다.</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>%1번째 글자: %2</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>닫는 따옴표가 없습니다.</translation>
    </message>
    <message>
        <source>In brackets stands a number or a name in quotation marks; only paths to one value are possible.</source>
        <translation>대괄호 안에는 수나 따옴표로 묶은 이름이 옵니다. 값 하나를 가리키는 경로만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The closing bracket is missing.</source>
        <translation>닫는 대괄호가 없습니다.</translation>
    </message>
    <message>
        <source>The text ends too early.</source>
        <translation>내용이 중간에 끝났습니다.</translation>
    </message>
    <message>
        <source>Something follows the end of the value.</source>
        <translation>값이 끝난 뒤에 다른 내용이 있습니다.</translation>
    </message>
    <message>
        <source>A colon is missing.</source>
        <translation>쌍점(:)이 없습니다.</translation>
    </message>
    <message>
        <source>A comma or a closing bracket is missing.</source>
        <translation>쉼표나 닫는 괄호가 없습니다.</translation>
    </message>
    <message>
        <source>A key in quotation marks is missing.</source>
        <translation>따옴표로 묶은 키가 없습니다.</translation>
    </message>
    <message>
        <source>Here no value begins.</source>
        <translation>값이 올 자리에 다른 내용이 있습니다.</translation>
    </message>
    <message>
        <source>A number does not begin with 0.</source>
        <translation>수는 0으로 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>A digit is missing.</source>
        <translation>숫자가 없습니다.</translation>
    </message>
    <message>
        <source>A control character stands in a string; it has to be written as \u00NN.</source>
        <translation>문자열 안에 제어 문자가 있습니다. \u00NN처럼 써야 합니다.</translation>
    </message>
    <message>
        <source>There is no such escape sequence.</source>
        <translation>없는 이스케이프 시퀀스입니다.</translation>
    </message>
    <message>
        <source>\u is followed by four hexadecimal digits.</source>
        <translation>\u 뒤에는 16진수 네 자리가 옵니다.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>%1행 %2열: %3</translation>
    </message>
    <message>
        <source>MessagePack never uses this byte.</source>
        <translation>MessagePack에서 쓰지 않는 바이트입니다.</translation>
    </message>
    <message>
        <source>It is not text in UTF-8.</source>
        <translation>UTF-8 텍스트가 아닙니다.</translation>
    </message>
    <message>
        <source>Some bytes are no characters in %1; they are shown as U+FFFD.</source>
        <translation>문자 집합 %1에 없는 바이트가 있어 U+FFFD로 표시했습니다.</translation>
    </message>
    <message>
        <source>It is not Base64.</source>
        <translation>Base64가 아닙니다.</translation>
    </message>
    <message>
        <source>Decoded from Base64: %1.</source>
        <translation>Base64를 풀었습니다: %1.</translation>
    </message>
    <message>
        <source>The folder cannot be read: %1</source>
        <translation>폴더를 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The folder has no .proto files: %1</source>
        <translation>폴더에 .proto 파일이 없습니다: %1</translation>
    </message>
    <message>
        <source>The .proto files define no message.</source>
        <translation>.proto 파일에 정의된 메시지가 없습니다.</translation>
    </message>
    <message>
        <source>No .proto file of the folder is right. The first error: %1, line %2, column %3.</source>
        <translation>폴더에 올바른 .proto 파일이 없습니다. 첫 오류: %1, %2행 %3열.</translation>
    </message>
    <message>
        <source>Some fields are not in the .proto file; they are shown by their numbers.</source>
        <translation>.proto 파일에 없는 필드는 번호로 표시했습니다.</translation>
    </message>
    <message>
        <source>The .proto files have no message %1.</source>
        <translation>.proto 파일에 없는 메시지입니다: %1</translation>
    </message>
    <message>
        <source>It is not a message of the type %1.</source>
        <translation>이 형식의 메시지가 아닙니다: %1</translation>
    </message>
    <message>
        <source>Required fields are missing: %1</source>
        <translation>필수 필드가 없습니다: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n metrics have an alias whose name was told in a birth message that was not received.</source>
        <translation>
            <numerusform>별칭만 있는 메트릭이 %n개 있습니다. 이름을 알려 주는 BIRTH 메시지를 받지 못했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the head of the payload was kept; Sparkplug needs all of it.</source>
        <translation>페이로드의 앞부분만 보관되어 있습니다. Sparkplug를 읽으려면 전체가 필요합니다.</translation>
    </message>
    <message>
        <source>It is not a payload of Sparkplug B.</source>
        <translation>Sparkplug B 페이로드가 아닙니다.</translation>
    </message>
    <message>
        <source>At byte %1.</source>
        <translation>오프셋 %1바이트.</translation>
    </message>
    <message>
        <source>The payload ends in the middle of a value.</source>
        <translation>페이로드가 값 중간에서 끝났습니다.</translation>
    </message>
    <message>
        <source>It is nested too deeply; what is below was left out.</source>
        <translation>중첩이 너무 깊어 그 아래는 생략했습니다.</translation>
    </message>
    <message>
        <source>It has too many values; the rest was left out.</source>
        <translation>값이 너무 많아 나머지는 생략했습니다.</translation>
    </message>
    <message>
        <source>A key stands more than once in the same object: %1</source>
        <translation>한 객체 안에 같은 키가 여러 번 있습니다: %1</translation>
    </message>
    <message>
        <source>A text is not UTF-8 (at byte %1): its other bytes are written as \xNN.</source>
        <translation>UTF-8이 아닌 텍스트가 있습니다(오프셋 %1바이트). 해당 바이트는 \xNN으로 표시했습니다.</translation>
    </message>
    <message>
        <source>It is not Protobuf: here no field is complete.</source>
        <translation>Protobuf가 아닙니다. 온전한 필드가 없습니다.</translation>
    </message>
    <message>
        <source>Without a .proto file the fields have numbers instead of names, and signs and types are guessed.</source>
        <translation>.proto 파일이 없어 필드를 이름 대신 번호로 표시하고 부호와 형식은 추정했습니다.</translation>
    </message>
    <message>
        <source>There is no such file in the folder.</source>
        <translation>폴더에 그런 파일이 없습니다.</translation>
    </message>
    <message>
        <source>There are too many files.</source>
        <translation>파일이 너무 많습니다.</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>파일이 너무 큽니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Pty</name>
    <message>
        <source>A local shell runs on localhost only.</source>
        <translation>로컬 셸은 localhost에서만 실행됩니다.</translation>
    </message>
    <message>
        <source>The address of a local shell has no user, port or path, only options.</source>
        <translation>로컬 셸 주소에는 사용자, 포트, 경로가 없고 옵션만 있습니다.</translation>
    </message>
    <message>
        <source>A local shell has no option “%1”; it has: %2</source>
        <translation>로컬 셸에는 “%1” 옵션이 없습니다. 쓸 수 있는 옵션: %2</translation>
    </message>
    <message>
        <source>There are arguments, but no program to give them to.</source>
        <translation>인수는 있지만 인수를 받을 프로그램이 없습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Snmp</name>
    <message>
        <source>The agent cannot be reached from here.</source>
        <translation>여기에서는 에이전트에 도달할 수 없습니다.</translation>
    </message>
    <message>
        <source>The answer would be too large for one message of the agent.</source>
        <translation>응답이 너무 커서 에이전트의 메시지 하나에 담을 수 없습니다.</translation>
    </message>
    <message>
        <source>The agent has no such object, or does not show it.</source>
        <translation>에이전트에 그런 객체가 없거나 에이전트가 보여 주지 않습니다.</translation>
    </message>
    <message>
        <source>The agent does not take this value.</source>
        <translation>에이전트가 이 값을 받지 않습니다.</translation>
    </message>
    <message>
        <source>The object cannot be written.</source>
        <translation>이 객체에는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The agent failed without saying why.</source>
        <translation>에이전트가 이유를 알리지 않고 실패했습니다.</translation>
    </message>
    <message>
        <source>The agent does not let this community or user write the object.</source>
        <translation>에이전트가 이 커뮤니티 스트링이나 사용자의 객체 쓰기를 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>The value has another type than the object.</source>
        <translation>값의 형식이 객체의 형식과 다릅니다.</translation>
    </message>
    <message>
        <source>The value has a length that the object does not take.</source>
        <translation>객체가 받지 않는 길이의 값입니다.</translation>
    </message>
    <message>
        <source>The agent could not read how the value was sent.</source>
        <translation>에이전트가 값의 인코딩을 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The value is not one that the object can take.</source>
        <translation>객체가 가질 수 없는 값입니다.</translation>
    </message>
    <message>
        <source>The object does not exist, and the agent does not create it.</source>
        <translation>객체가 없으며 에이전트가 만들지 않습니다.</translation>
    </message>
    <message>
        <source>The value does not fit how the agent is just now.</source>
        <translation>값이 에이전트의 현재 상태와 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The agent lacks the means to do this just now.</source>
        <translation>지금은 에이전트의 자원이 부족합니다.</translation>
    </message>
    <message>
        <source>The agent could not make the change; nothing was changed.</source>
        <translation>에이전트가 변경하지 못했습니다. 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>The agent could not make the change, nor take all of it back.</source>
        <translation>에이전트가 변경하지 못했고 되돌리기도 다 하지 못했습니다.</translation>
    </message>
    <message>
        <source>The agent knows this community or user, and does not grant it the request.</source>
        <translation>에이전트가 이 커뮤니티 스트링이나 사용자를 알지만 요청을 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>The object exists, and cannot be written.</source>
        <translation>객체는 있지만 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The object does not exist, and cannot be created as things are just now.</source>
        <translation>객체가 없으며 현재 상태에서는 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>The agent answered with an error that SNMP does not know.</source>
        <translation>에이전트가 SNMP에 없는 오류로 응답했습니다.</translation>
    </message>
    <message>
        <source>The user “%1” may not use the level %2 at this agent: it has no password for authentication or privacy there.</source>
        <translation>이 에이전트에서 사용자 “%1”: %2 수준을 쓸 수 없습니다. 인증이나 암호화 비밀번호가 설정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The agent&apos;s clock does not agree with itself: it refuses messages with the time that it just told.</source>
        <translation>에이전트의 시계가 어긋납니다. 방금 알려 준 시각을 쓴 메시지를 거부합니다.</translation>
    </message>
    <message>
        <source>The agent does not know the user “%1”.</source>
        <translation>에이전트가 모르는 사용자입니다: “%1”.</translation>
    </message>
    <message>
        <source>The agent does not accept the engine ID that it gave itself.</source>
        <translation>에이전트가 스스로 알려 준 엔진 ID를 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>The authentication password or protocol of the user “%1” is wrong.</source>
        <translation>사용자 “%1”: 인증 비밀번호나 인증 프로토콜이 틀렸습니다.</translation>
    </message>
    <message>
        <source>The privacy password or protocol of the user “%1” is wrong.</source>
        <translation>사용자 “%1”: 암호화 비밀번호나 암호화 프로토콜이 틀렸습니다.</translation>
    </message>
    <message>
        <source>The agent does not know SNMPv3&apos;s user-based security.</source>
        <translation>에이전트가 SNMPv3의 사용자 기반 보안(USM)을 모릅니다.</translation>
    </message>
    <message>
        <source>The agent calls our message invalid.</source>
        <translation>에이전트가 메시지를 잘못된 것으로 판단했습니다.</translation>
    </message>
    <message>
        <source>Nothing at the agent handles requests to this engine ID.</source>
        <translation>에이전트에 이 엔진 ID의 요청을 처리하는 것이 없습니다.</translation>
    </message>
    <message>
        <source>The agent has this context, but not just now.</source>
        <translation>에이전트에 이 컨텍스트가 있지만 지금은 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The agent does not know this context.</source>
        <translation>에이전트가 이 컨텍스트를 모릅니다.</translation>
    </message>
    <message>
        <source>The agent answered with a report.</source>
        <translation>에이전트가 보고(Report)로 응답했습니다.</translation>
    </message>
    <message>
        <source>“%1” is not a number from %2 to %3.</source>
        <translation>“%1”: %2~%3 범위의 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is none of %2.</source>
        <translation>“%1”: 다음 가운데 하나가 아닙니다: %2.</translation>
    </message>
    <message>
        <source>“%1” is not an engine ID: 10 to 64 hexadecimal digits.</source>
        <translation>“%1”: 엔진 ID가 아닙니다. 16진수 10~64자리입니다.</translation>
    </message>
    <message>
        <source>“%1” is not a time limit in seconds, from 0.05 to 600.</source>
        <translation>“%1”: 0.05~600초의 제한 시간이 아닙니다.</translation>
    </message>
    <message>
        <source>SNMPv3 needs a user before the host: snmp://USER@HOST.</source>
        <translation>SNMPv3에는 호스트 앞에 사용자가 필요합니다: snmp://USER@HOST.</translation>
    </message>
    <message>
        <source>The name of an SNMPv3 user has at most 32 bytes.</source>
        <translation>SNMPv3 사용자 이름은 32바이트까지입니다.</translation>
    </message>
    <message>
        <source>The address has options that only SNMPv3 knows: level, auth, priv, context and context_engine need version=3.</source>
        <translation>주소에 SNMPv3에만 있는 옵션이 있습니다. level, auth, priv, context, context_engine에는 version=3이 필요합니다.</translation>
    </message>
    <message>
        <source>SNMP over UDP cannot go through another host: an SSH host carries connections, not single packets. Agents that listen on TCP can be reached so, with transport=tcp.</source>
        <translation>UDP를 쓰는 SNMP는 다른 호스트를 경유할 수 없습니다. SSH 호스트는 패킷이 아니라 연결을 중계하기 때문입니다. TCP로 듣는 에이전트라면 transport=tcp로 경유할 수 있습니다.</translation>
    </message>
    <message>
        <source>“%1” is not the address of an SNMP agent.</source>
        <translation>“%1”: SNMP 에이전트의 주소가 아닙니다.</translation>
    </message>
    <message>
        <source>The address of an SNMP agent has no option “%1”.</source>
        <translation>SNMP 에이전트의 주소에 없는 옵션입니다: “%1”.</translation>
    </message>
    <message>
        <source>The option “%1” of the address has no value.</source>
        <translation>주소의 옵션에 값이 없습니다: “%1”.</translation>
    </message>
    <message>
        <source>The address of a receiver of traps has no option “%1”.</source>
        <translation>트랩 수신 주소에는 “%1” 옵션이 없습니다.</translation>
    </message>
    <message>
        <source>“%1” is not an address to receive traps at.</source>
        <translation>트랩을 수신할 주소가 아닙니다: “%1”</translation>
    </message>
    <message>
        <source>Listen on port %2 and have the system redirect:
nft add table ip snmp; nft &apos;add chain ip snmp in { type nat hook prerouting priority -100; }&apos;; nft add rule ip snmp in udp dport %1 redirect to :%2
iptables -t nat -A PREROUTING -p udp --dport %1 -j REDIRECT --to-ports %2
Or give this program the right: setcap cap_net_bind_service=+ep %3</source>
        <translation>%2번 포트로 수신하고 시스템에서 포트를 돌려 주십시오.
nft add table ip snmp; nft &apos;add chain ip snmp in { type nat hook prerouting priority -100; }&apos;; nft add rule ip snmp in udp dport %1 redirect to :%2
iptables -t nat -A PREROUTING -p udp --dport %1 -j REDIRECT --to-ports %2
또는 이 프로그램에 권한을 부여하십시오: setcap cap_net_bind_service=+ep %3</translation>
    </message>
    <message>
        <source>Listen on all addresses, which needs no rights on macOS 10.14 and later, or on port %2 and have the system redirect, in /etc/pf.conf: rdr pass proto udp from any to any port %1 -&gt; 127.0.0.1 port %2</source>
        <translation>모든 주소로 수신하십시오. macOS 10.14 이상에서는 권한이 필요 없습니다. 또는 %2번 포트로 수신하고 /etc/pf.conf에서 포트를 돌려 주십시오: rdr pass proto udp from any to any port %1 -&gt; 127.0.0.1 port %2</translation>
    </message>
    <message>
        <source>Windows needs no rights for port %1, but its SNMP Trap service may hold it: stop that service (sc stop SNMPTRAP), or listen on port %2.</source>
        <translation>Windows에서는 %1번 포트에 권한이 필요 없지만, SNMP 트랩 서비스가 사용 중일 수 있습니다. 그 서비스를 중지하거나(sc stop SNMPTRAP) %2번 포트로 수신하십시오.</translation>
    </message>
    <message>
        <source>Listen on port %2 and have the firewall redirect port %1 there.</source>
        <translation>%2번 포트로 수신하고, 방화벽에서 %1번 포트를 그쪽으로 돌려 주십시오.</translation>
    </message>
    <message>
        <source>Ports below 1024 need rights that this program does not have: %1 cannot be opened. Port %2 can.</source>
        <translation>1024번 미만의 포트에는 이 프로그램에 없는 권한이 필요하여 열 수 없습니다: %1. %2번 포트는 열 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 is taken already: another receiver of traps runs on this machine.</source>
        <translation>이미 사용 중입니다: %1. 이 컴퓨터에서 다른 트랩 수신기가 실행되고 있습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be opened for traps.</source>
        <translation>트랩을 수신하기 위해 열 수 없습니다: %1</translation>
    </message>
    <message>
        <source>“%1” is an object, and no notification.</source>
        <translation>알림(notification)이 아니라 객체입니다: “%1”</translation>
    </message>
    <message>
        <source>No module says which type “%1” has: name it.</source>
        <translation>“%1”: 타입을 정의한 모듈이 없습니다. 타입을 직접 지정하십시오.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>%1 파일을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The syslog receiver %1 did not answer in time.</source>
        <translation>syslog 수신기가 제한 시간 안에 응답하지 않았습니다: %1</translation>
    </message>
    <message>
        <source>The queue of messages to forward was damaged and begins anew. The old file is kept.</source>
        <translation>전달 대기열 파일이 손상되어 새로 시작합니다. 이전 파일은 남겨 두었습니다.</translation>
    </message>
    <message>
        <source>There is no certificate in %1.</source>
        <translation>인증서가 들어 있지 않습니다: %1</translation>
    </message>
    <message>
        <source>There is no private key without a passphrase in %1.</source>
        <translation>키 암호 없이 쓸 수 있는 개인 키가 들어 있지 않습니다: %1</translation>
    </message>
    <message>
        <source>There is no address for the name “%1”.</source>
        <translation>이름에 해당하는 주소가 없습니다: “%1”.</translation>
    </message>
    <message>
        <source>The certificate of the syslog receiver %1 is not trusted.</source>
        <translation>syslog 수신기의 인증서를 신뢰할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The syslog receiver %1 cannot be reached.</source>
        <translation>syslog 수신기에 연결할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Nothing takes syslog messages at %1.</source>
        <translation>syslog 메시지를 받는 곳이 없습니다: %1</translation>
    </message>
    <message>
        <source>“%1” is not the address of a syslog receiver: syslog://, syslog+tcp:// or syslog+tls://.</source>
        <translation>syslog 수신기의 주소가 아닙니다: “%1”. syslog://, syslog+tcp://, syslog+tls:// 중 하나여야 합니다.</translation>
    </message>
    <message>
        <source>“%1” is not a facility of syslog: local0.</source>
        <translation>syslog facility가 아닙니다: “%1”. 예: local0</translation>
    </message>
    <message>
        <source>The address of a syslog receiver has no option “%1”.</source>
        <translation>syslog 수신기 주소에는 “%1” 옵션이 없습니다.</translation>
    </message>
    <message>
        <source>Rejected, because it is not a complete SNMP message.</source>
        <translation>온전한 SNMP 메시지가 아니어서 거부했습니다.</translation>
    </message>
    <message>
        <source>Rejected, because it is neither a trap nor an inform.</source>
        <translation>트랩도 인폼도 아니어서 거부했습니다.</translation>
    </message>
    <message>
        <source>Rejected, because its community is none of those that are accepted.</source>
        <translation>허용된 커뮤니티 스트링이 아니어서 거부했습니다.</translation>
    </message>
    <message>
        <source>Rejected, because its user is not on the list.</source>
        <translation>목록에 없는 사용자여서 거부했습니다.</translation>
    </message>
    <message>
        <source>Rejected, because its digest is wrong: another authentication password or protocol, or a forgery.</source>
        <translation>다이제스트가 맞지 않아 거부했습니다. 인증 비밀번호나 프로토콜이 다르거나 위조된 메시지입니다.</translation>
    </message>
    <message>
        <source>Rejected, because it cannot be decrypted: another privacy password or protocol.</source>
        <translation>복호화할 수 없어 거부했습니다. 암호화 비밀번호나 프로토콜이 다릅니다.</translation>
    </message>
    <message>
        <source>Rejected, because it is less secure than this user must be.</source>
        <translation>이 사용자에게 요구되는 보안 수준보다 낮아 거부했습니다.</translation>
    </message>
    <message>
        <source>Rejected, because it is more secure than the passwords known of this user.</source>
        <translation>이 사용자에 대해 알고 있는 비밀번호로는 처리할 수 없는 보안 수준이어서 거부했습니다.</translation>
    </message>
    <message>
        <source>Rejected, because it is too old: delayed on the way, or sent again by somebody else.</source>
        <translation>너무 오래된 메시지여서 거부했습니다. 도중에 지연되었거나 누군가 다시 보낸 것입니다.</translation>
    </message>
    <message>
        <source>Rejected, because it is secured in a way other than by users (USM).</source>
        <translation>사용자 기반 보안(USM)이 아닌 방식으로 보호되어 거부했습니다.</translation>
    </message>
    <message>
        <source>Rejected, because this version of SNMP is not accepted here.</source>
        <translation>여기서는 이 SNMP 버전을 받지 않으므로 거부했습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The system threw away %n message(s) before they were read.</source>
        <translation>
            <numerusform>읽기 전에 시스템이 메시지 %n개를 버렸습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>They came faster than they were read. Let the system give a larger receive buffer (net.core.rmem_max on Linux), or spread the senders over several receivers.</source>
        <translation>읽는 속도보다 빠르게 들어왔습니다. 시스템의 수신 버퍼를 키우거나(Linux의 net.core.rmem_max) 보내는 장비를 여러 수신기로 나누십시오.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were not accepted.</source>
        <translation>
            <numerusform>메시지 %n개를 받아들이지 않았습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n acknowledgement(s) of informs could not be sent.</source>
        <translation>
            <numerusform>인폼의 확인 응답 %n개를 보내지 못했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Their senders will send them again, or count them as lost. Check whether there is a way back to them.</source>
        <translation>보낸 쪽은 인폼을 다시 보내거나 유실된 것으로 처리합니다. 그쪽으로 돌아가는 경로가 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The clock of %1 is %2 s ahead of ours.</source>
        <translation>%1: 시계가 이쪽보다 %2초 빠릅니다.</translation>
    </message>
    <message>
        <source>The clock of %1 is %2 s behind ours.</source>
        <translation>%1: 시계가 이쪽보다 %2초 느립니다.</translation>
    </message>
    <message>
        <source>%1 says so; if that is the time of the event, it may simply have been sent late. Have the device take its time by NTP, and check its time zone.</source>
        <translation>%1 값으로 확인했습니다. 그 값이 사건이 일어난 시각이라면 단지 늦게 보낸 것일 수도 있습니다. 장비가 NTP로 시각을 맞추게 하고 시간대를 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 was restarted: its sysUpTime began anew.</source>
        <translation>%1: 다시 시작되었습니다. sysUpTime이 처음부터 다시 시작했습니다.</translation>
    </message>
    <message>
        <source>Counters that are read from it began anew as well. If nobody restarted it, look at its power and at its log.</source>
        <translation>이 장비에서 읽는 카운터도 처음부터 다시 시작했습니다. 아무도 다시 시작하지 않았다면 전원과 로그를 확인하십시오.</translation>
    </message>
    <message>
        <source>The sysUpTime of %1 jumps ahead.</source>
        <translation>%1: sysUpTime이 앞으로 크게 건너뜁니다.</translation>
    </message>
    <message>
        <source>Several devices may stand behind one address (NAT, a proxy), or its clock is wrong.</source>
        <translation>한 주소 뒤에 장비가 여러 대 있거나(NAT, 프록시) 장비의 시계가 잘못되었을 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) were received, and nothing was lost or rejected.</source>
        <translation>
            <numerusform>알림 %n개를 받았으며, 유실되거나 거부된 것은 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>A notification begins with sysUpTime.0 and snmpTrapOID.0.</source>
        <translation>알림은 sysUpTime.0과 snmpTrapOID.0으로 시작해야 합니다.</translation>
    </message>
    <message>
        <source>A trap of SNMPv1 cannot carry a Counter64.</source>
        <translation>SNMPv1 트랩에는 Counter64를 담을 수 없습니다.</translation>
    </message>
    <message>
        <source>“%1” is not the OID of a notification.</source>
        <translation>알림의 OID가 아닙니다: “%1”</translation>
    </message>
    <message>
        <source>Rejected messages</source>
        <translation>거부된 메시지</translation>
    </message>
    <message>
        <source>A link went down</source>
        <translation>링크 다운</translation>
    </message>
    <message>
        <source>A link came up</source>
        <translation>링크 업</translation>
    </message>
    <message>
        <source>A device was restarted (cold)</source>
        <translation>장비 재시작(콜드)</translation>
    </message>
    <message>
        <source>A device was restarted (warm)</source>
        <translation>장비 재시작(웜)</translation>
    </message>
    <message>
        <source>Somebody asked with a wrong community or password</source>
        <translation>잘못된 커뮤니티 스트링이나 비밀번호로 조회 시도</translation>
    </message>
    <message>
        <source>A device runs on battery</source>
        <translation>장비가 배터리로 동작 중</translation>
    </message>
    <message>
        <source>A rule cannot be read and is left out: %1</source>
        <translation>읽을 수 없는 규칙이어서 제외했습니다: %1</translation>
    </message>
    <message>
        <source>(no snmpTrapOID)</source>
        <translation>(snmpTrapOID 없음)</translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation>파일에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>취소했습니다.</translation>
    </message>
    <message>
        <source>“%1” is not a value of the type %2.</source>
        <translation>“%1”: %2 형식의 값이 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is not the letter of a type: it is one of i, u, c, C, t, a, o, s, x, d, b, n, F and D.</source>
        <translation>“%1”: 형식을 나타내는 글자가 아닙니다. i, u, c, C, t, a, o, s, x, d, b, n, F, D 가운데 하나입니다.</translation>
    </message>
    <message>
        <source>Everything that was looked at at %1 is in order.</source>
        <translation>%1: 확인한 항목이 모두 정상입니다.</translation>
    </message>
    <message>
        <source>This credential cannot be sent at all: %1</source>
        <translation>이 인증 정보로는 요청을 보낼 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Passwords of SNMPv3 have at least 8 characters.</source>
        <translation>SNMPv3 비밀번호는 8자 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>%1: 도달할 수 없습니다. %2</translation>
    </message>
    <message>
        <source>Check the name, the address and the network.</source>
        <translation>이름과 주소, 네트워크를 확인하십시오.</translation>
    </message>
    <message>
        <source>Nothing listens for SNMP at %1, port %2.</source>
        <translation>%1: %2번 포트에서 SNMP를 수신하는 프로그램이 없습니다.</translation>
    </message>
    <message>
        <source>The machine itself answers that the port is closed. Start the agent, or check the port: 161 is the usual one.</source>
        <translation>포트가 닫혀 있다고 장비가 직접 응답했습니다. 에이전트를 시작하거나 포트를 확인하십시오. 일반적인 포트는 161입니다.</translation>
    </message>
    <message>
        <source>The device answers from another of its addresses, as routers with several interfaces do. Ask it at that address, or set the source address of its agent.</source>
        <translation>인터페이스가 여러 개인 라우터처럼 다른 주소에서 응답하고 있습니다. 그 주소로 요청하거나, 에이전트의 출발지 주소를 설정하십시오.</translation>
    </message>
    <message>
        <source>What answers at %1 does not speak SNMP, or its answers are damaged.</source>
        <translation>%1: 응답이 SNMP가 아니거나 손상되었습니다.</translation>
    </message>
    <message>
        <source>Check the port, and whether something on the way changes the packets.</source>
        <translation>포트를 확인하고, 중간 장비가 패킷을 변경하는지 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 does not answer on port %2, in no version.</source>
        <translation>%1: %2번 포트에서 어떤 버전에도 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>A wrong community and a filter look alike: in both cases nothing comes back. Tried as well, without an answer: the other version, SNMPv3, and the usual communities. Check the community, the list of addresses that the agent allows, and the firewalls on the way; a ping tells whether the device is there at all.</source>
        <translation>커뮤니티 스트링이 틀린 경우와 필터에 막힌 경우는 모두 응답이 없어 구별되지 않습니다. 다른 버전과 SNMPv3, 흔히 쓰는 커뮤니티 스트링도 시도했지만 응답이 없었습니다. 커뮤니티 스트링, 에이전트의 허용 주소 목록, 중간 방화벽을 확인하십시오. 장비가 살아 있는지는 ping으로 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 does not answer SNMPv3 on port %2.</source>
        <translation>%1: %2번 포트에서 SNMPv3에 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>The first question of SNMPv3 needs neither a user nor a password, so they are not the reason. Either the agent does not speak SNMPv3, or a filter or a list of allowed addresses keeps it silent. Versions 1 and 2c with the community public brought nothing either.</source>
        <translation>SNMPv3의 첫 요청에는 사용자도 비밀번호도 필요하지 않으므로 인증 정보가 원인은 아닙니다. 에이전트가 SNMPv3를 지원하지 않거나, 필터 또는 허용 주소 목록에 막혀 있습니다. 버전 1과 2c의 커뮤니티 스트링 public에도 응답이 없었습니다.</translation>
    </message>
    <message>
        <source>%1 tells its engine ID, and says nothing to requests of the user “%2”.</source>
        <translation>%1: 엔진 ID는 알려 주지만 이 사용자의 요청에는 응답하지 않습니다(%2).</translation>
    </message>
    <message>
        <source>So it is reachable and speaks SNMPv3. Agents should say what is wrong with a user; this one keeps it to itself. Check the user, both passwords and protocols, the context, and how much the device can do: slow ones need a longer time limit for encrypted requests.</source>
        <translation>에이전트에 도달할 수 있고 SNMPv3도 지원합니다. 보통은 무엇이 틀렸는지 알려 주지만 이 에이전트는 알려 주지 않습니다. 사용자, 두 비밀번호와 프로토콜, 컨텍스트를 확인하십시오. 느린 장비라면 암호화된 요청의 제한 시간을 늘리십시오.</translation>
    </message>
    <message>
        <source>The agent at %1 is there, and does not accept this community.</source>
        <translation>%1: 에이전트는 있지만 이 커뮤니티 스트링을 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>It answers SNMPv3 on the same port, so no filter is in between. The community is wrong, versions 1 and 2c are switched off, or the agent does not take it from this address.</source>
        <translation>같은 포트에서 SNMPv3에는 응답하므로 필터에 막힌 것이 아닙니다. 커뮤니티 스트링이 틀렸거나, 버전 1과 2c가 꺼져 있거나, 이 주소에서는 그 커뮤니티 스트링이 허용되지 않습니다.</translation>
    </message>
    <message>
        <source>This community is wrong: with “%1” the same agent answers.</source>
        <translation>커뮤니티 스트링이 틀렸습니다. 같은 에이전트가 응답하는 커뮤니티 스트링: %1</translation>
    </message>
    <message>
        <source>Correct the community. One that everybody knows should not work at all.</source>
        <translation>커뮤니티 스트링을 바로잡으십시오. 널리 알려진 커뮤니티 스트링은 쓰지 않는 것이 좋습니다.</translation>
    </message>
    <message>
        <source>The agent does not answer version %1; with the same community it answers version %2.</source>
        <translation>버전 %1: 응답이 없습니다. 같은 커뮤니티 스트링에 응답하는 버전: %2</translation>
    </message>
    <message>
        <source>Set the version of this connection to the one that works.</source>
        <translation>이 연결의 버전을 동작하는 버전으로 바꾸십시오.</translation>
    </message>
    <message>
        <source>%1 does not speak SNMPv3; it answers version %2.</source>
        <translation>%1: SNMPv3를 지원하지 않습니다. 응답하는 버전: %2</translation>
    </message>
    <message>
        <source>Switch SNMPv3 on at the device, or use the version that works, in the clear.</source>
        <translation>장비에서 SNMPv3를 켜거나, 암호화되지 않는 점을 감안하고 응답하는 버전을 사용하십시오.</translation>
    </message>
    <message>
        <source>%1 does not take SNMPv3 with users and passwords.</source>
        <translation>%1: 사용자와 비밀번호를 쓰는 SNMPv3를 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>It may want another security model, such as one over TLS or SSH.</source>
        <translation>TLS나 SSH를 쓰는 다른 보안 모델이 필요할 수 있습니다.</translation>
    </message>
    <message>
        <source>The agent accepts who we are, and refuses the request: %1</source>
        <translation>에이전트가 인증은 받아들였지만 요청을 거부했습니다: %1</translation>
    </message>
    <message>
        <source>Upper and lower case count. On some devices a user that belongs to no group counts as unknown; on others users vanish when the engine ID changes.</source>
        <translation>대소문자를 구별합니다. 어떤 장비는 그룹에 속하지 않은 사용자를 없는 사용자로 취급하고, 엔진 ID가 바뀌면 사용자가 사라지는 장비도 있습니다.</translation>
    </message>
    <message>
        <source>The authentication password of the user “%1” is wrong.</source>
        <translation>사용자 %1: 인증 비밀번호가 틀렸습니다.</translation>
    </message>
    <message>
        <source>The agent knows the user and has tried %2 with this password; the same password with every other protocol is wrong too. Where the engine ID of the device was changed, all its passwords must be set again.</source>
        <translation>에이전트에 이 사용자가 있으며 %2 외의 다른 인증 프로토콜로도 같은 비밀번호가 맞지 않았습니다. 장비의 엔진 ID를 바꾼 적이 있다면 비밀번호를 모두 다시 설정해야 합니다.</translation>
    </message>
    <message>
        <source>The authentication protocol of the user “%1” is not %2: with %3 the same password is right.</source>
        <translation>사용자 %1: 인증 프로토콜이 틀렸습니다(%2). 같은 비밀번호에 맞는 프로토콜: %3</translation>
    </message>
    <message>
        <source>Set the authentication protocol to %3.</source>
        <translation>인증 프로토콜을 다음 값으로 설정하십시오: %3</translation>
    </message>
    <message>
        <source>The two passwords of the user “%1” are exchanged, or both are the one for privacy.</source>
        <translation>사용자 %1: 두 비밀번호가 서로 바뀌었거나, 둘 다 암호화 비밀번호와 같습니다.</translation>
    </message>
    <message>
        <source>As authentication password the agent accepts what was given for privacy.</source>
        <translation>암호화 비밀번호로 입력한 값을 에이전트가 인증 비밀번호로 받아들입니다.</translation>
    </message>
    <message>
        <source>The privacy password of the user “%1” is wrong.</source>
        <translation>사용자 %1: 암호화 비밀번호가 틀렸습니다.</translation>
    </message>
    <message>
        <source>The authentication is right: the agent accepts the user without encryption keys. What is encrypted with %2 it cannot read, and neither with any other protocol and the same password, also not in the variant of Cisco and others (AES-192-C, AES-256-C).</source>
        <translation>인증은 맞습니다. 암호화하지 않은 요청에서는 에이전트가 이 사용자를 받아들입니다. 그러나 설정한 프로토콜의 요청은 풀지 못하며(설정: %2), Cisco 방식(AES-192-C, AES-256-C)을 포함한 다른 프로토콜을 써도 같은 비밀번호로는 마찬가지입니다.</translation>
    </message>
    <message>
        <source>The privacy protocol of the user “%1” is not %2: with %3 the same password is right.</source>
        <translation>사용자 %1: 암호화 프로토콜이 틀렸습니다(%2). 같은 비밀번호에 맞는 프로토콜: %3</translation>
    </message>
    <message>
        <source>Set the privacy protocol to %3. Names that end in C make the longer key as Cisco and others do; devices call both AES-192 or AES-256.</source>
        <translation>암호화 프로토콜을 다음 값으로 설정하십시오: %3
이름이 C로 끝나는 방식은 Cisco 등의 방식으로 긴 키를 만듭니다. 장비에서는 두 방식을 모두 AES-192 또는 AES-256이라고 부릅니다.</translation>
    </message>
    <message>
        <source>The privacy password of the user “%1” is the authentication password.</source>
        <translation>사용자 %1: 암호화 비밀번호가 인증 비밀번호와 같습니다.</translation>
    </message>
    <message>
        <source>With it for both the agent accepts the user. Set it for both.</source>
        <translation>두 곳에 같은 비밀번호를 쓰면 에이전트가 받아들입니다. 암호화 비밀번호도 인증 비밀번호로 설정하십시오.</translation>
    </message>
    <message>
        <source>The user “%1” cannot use the level %2; at the agent it has %3.</source>
        <translation>사용자 %1: 보안 수준 %2 사용 불가. 에이전트에 등록된 수준: %3</translation>
    </message>
    <message>
        <source>The user was made without the password that this level needs. Make it anew with both passwords, or use its own level.</source>
        <translation>이 수준에 필요한 비밀번호 없이 만들어진 사용자입니다. 두 비밀번호를 넣어 다시 만들거나, 등록된 수준을 사용하십시오.</translation>
    </message>
    <message>
        <source>The user “%1” cannot use the level %2, nor any below it.</source>
        <translation>사용자 %1: 보안 수준 %2 및 그 이하를 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>Look at how the user is made at the device.</source>
        <translation>장비에서 이 사용자의 설정을 확인하십시오.</translation>
    </message>
    <message>
        <source>The level %2 is not enough for the user “%1”: the agent wants %3.</source>
        <translation>사용자 %1: 보안 수준 %2 부족. 에이전트가 요구하는 수준: %3</translation>
    </message>
    <message>
        <source>Set the level of this connection to %3.</source>
        <translation>이 연결의 보안 수준을 다음 값으로 설정하십시오: %3</translation>
    </message>
    <message>
        <source>The agent knows the user “%1” and grants it nothing at the level %2.</source>
        <translation>사용자 %1: 에이전트에 있지만 보안 수준 %2에서는 아무것도 허용되지 않습니다.</translation>
    </message>
    <message>
        <source>Most often it wants authentication and privacy: give the passwords and try again. If that changes nothing, the user belongs to no group with access.</source>
        <translation>대개 인증과 암호화를 요구하기 때문입니다. 비밀번호를 입력하고 다시 시도하십시오. 그래도 같다면 접근 권한이 있는 그룹에 속하지 않은 사용자입니다.</translation>
    </message>
    <message>
        <source>The credential is right, and the agent grants it nothing: %1</source>
        <translation>인증 정보는 맞지만 에이전트가 아무 권한도 주지 않습니다: %1</translation>
    </message>
    <message>
        <source>The user or community belongs to no group, or its group has no access. Look at the groups and views of the device.</source>
        <translation>사용자나 커뮤니티가 어느 그룹에도 속하지 않거나, 그룹에 접근 권한이 없습니다. 장비의 그룹과 뷰 설정을 확인하십시오.</translation>
    </message>
    <message>
        <source>The agent has no context “%1”, or does not tell of it.</source>
        <translation>에이전트에 없거나 알려 주지 않는 컨텍스트입니다: %1</translation>
    </message>
    <message>
        <source>The same user is answered without a context. Check the name; upper and lower case count.</source>
        <translation>컨텍스트 없이는 같은 사용자에게 응답합니다. 이름을 확인하십시오. 대소문자를 구별합니다.</translation>
    </message>
    <message>
        <source>The user may not use the context “%1”.</source>
        <translation>이 사용자에게 권한이 없는 컨텍스트입니다: %1</translation>
    </message>
    <message>
        <source>Without it the agent grants the request. Groups need access for each context.</source>
        <translation>컨텍스트 없이는 요청이 허용됩니다. 그룹마다 컨텍스트별 접근 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>Nothing at the agent answers for the context engine ID %1.</source>
        <translation>에이전트에 응답할 대상이 없는 컨텍스트 엔진 ID입니다: %1</translation>
    </message>
    <message>
        <source>Without it the agent answers. It is needed only to ask one agent through another.</source>
        <translation>이 값을 지정하지 않으면 응답합니다. 다른 에이전트를 거쳐 요청할 때만 필요합니다.</translation>
    </message>
    <message>
        <source>Two devices may answer at this address, behind a load balancer for example.</source>
        <translation>부하 분산 장비 뒤에서처럼 두 장비가 같은 주소에서 응답하고 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>The engine clock of %1 does not agree with itself.</source>
        <translation>%1: 엔진 시계가 스스로와 맞지 않습니다.</translation>
    </message>
    <message>
        <source>It refuses messages with the time that it has just told. Two devices with one address or one engine ID do so, and agents that lost their boot counter. Restart the agent.</source>
        <translation>방금 알려 준 시각으로 보낸 메시지를 거부합니다. 두 장비가 주소나 엔진 ID를 함께 쓰거나, 에이전트가 부팅 횟수를 잃어버렸을 때 생깁니다. 에이전트를 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>The boot counter of %1 has reached its end.</source>
        <translation>%1: 부팅 횟수가 최댓값에 도달했습니다.</translation>
    </message>
    <message>
        <source>The engine refuses authentic messages until it is set up anew with another engine ID.</source>
        <translation>다른 엔진 ID로 다시 설정할 때까지 인증된 메시지를 거부합니다.</translation>
    </message>
    <message>
        <source>Another device has the same engine ID: %1</source>
        <translation>다른 장비가 같은 엔진 ID를 사용합니다: %1</translation>
    </message>
    <message>
        <source>Devices that were cloned share it, and their clocks poison one another: requests fail now and then. Set another engine ID at one of them, then its users anew.</source>
        <translation>복제한 장비는 엔진 ID가 같아 서로의 시계를 어긋나게 하고, 요청이 간헐적으로 실패합니다. 한 장비의 엔진 ID를 바꾼 뒤 사용자를 다시 설정하십시오.</translation>
    </message>
    <message>
        <source>The same engine ID answers at %1 too.</source>
        <translation>같은 엔진 ID가 다른 주소에서도 응답합니다: %1</translation>
    </message>
    <message>
        <source>One device with two addresses, most likely: the clocks agree.</source>
        <translation>시계가 일치하므로 주소가 둘인 한 장비로 보입니다.</translation>
    </message>
    <message>
        <source>The engine ID has changed, from %1 to %2.</source>
        <translation>엔진 ID가 바뀌었습니다: %1 → %2</translation>
    </message>
    <message>
        <source>Another device answers at this address, or it was set up anew. Its users and trap receivers are tied to the engine ID.</source>
        <translation>다른 장비가 이 주소에서 응답하거나 장비가 다시 설정되었습니다. 사용자와 트랩 수신 설정은 엔진 ID에 묶여 있습니다.</translation>
    </message>
    <message>
        <source>The agent answers this community with version %1.</source>
        <translation>에이전트가 이 커뮤니티 스트링에 응답합니다(버전 %1).</translation>
    </message>
    <message>
        <source>The agent answers the user “%1” without any password.</source>
        <translation>사용자 %1: 비밀번호 없이 에이전트가 응답합니다.</translation>
    </message>
    <message>
        <source>Nothing was proven: neither who asks nor who answers.</source>
        <translation>요청한 쪽도 응답한 쪽도 확인된 것이 아닙니다.</translation>
    </message>
    <message>
        <source>The agent accepts the user “%1” with %2, %3.</source>
        <translation>사용자 %1: 에이전트가 인증 정보를 받아들입니다(%2, %3).</translation>
    </message>
    <message>
        <source>%1 is outside the networks where agents should be: %2</source>
        <translation>%1: 에이전트가 있어야 할 네트워크 밖의 주소입니다. 관리 대역: %2</translation>
    </message>
    <message>
        <source>An agent that answers there may be forgotten, or reachable from where it should not be.</source>
        <translation>관리에서 빠진 에이전트이거나, 접근되지 않아야 할 곳에서 접근되는 에이전트일 수 있습니다.</translation>
    </message>
    <message>
        <source>This credential does not see the system group.</source>
        <translation>이 인증 정보로는 system 그룹이 보이지 않습니다.</translation>
    </message>
    <message>
        <source>Its view begins elsewhere; what it sees is reached by a walk.</source>
        <translation>뷰의 범위가 다른 곳입니다. 보이는 객체는 워크로 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>The agent lets this credential in, and shows it nothing at all.</source>
        <translation>에이전트가 이 인증 정보를 받아들이지만 아무것도 보여 주지 않습니다.</translation>
    </message>
    <message>
        <source>Its view is empty, or names no subtree that the agent has.</source>
        <translation>뷰가 비어 있거나, 에이전트에 없는 서브트리만 지정되어 있습니다.</translation>
    </message>
    <message>
        <source>The agent answers, without the system group, and whether it shows anything else was not found out.</source>
        <translation>에이전트가 응답하지만 system 그룹이 없으며, 다른 객체가 보이는지는 확인하지 못했습니다.</translation>
    </message>
    <message>
        <source>%1 is there.</source>
        <translation>%1: 객체가 있습니다.</translation>
    </message>
    <message>
        <source>%1 is not granted to this credential.</source>
        <translation>%1: 이 인증 정보에는 허용되지 않는 객체입니다.</translation>
    </message>
    <message>
        <source>The view of its group must include it.</source>
        <translation>그룹의 뷰에 이 객체가 포함되어야 합니다.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1: 읽지 못했습니다(%2).</translation>
    </message>
    <message>
        <source>The view “%2” of this user does not include %1.</source>
        <translation>%1: 이 사용자의 뷰(%2)에 포함되지 않은 객체입니다.</translation>
    </message>
    <message>
        <source>That is why a GET says that there is no such object, and a walk skips it. Include the subtree in the view.</source>
        <translation>그래서 GET에는 객체가 없다고 응답하고 워크에서는 건너뜁니다. 뷰에 이 서브트리를 포함하십시오.</translation>
    </message>
    <message>
        <source>%1 itself is no instance; below it there is %2.</source>
        <translation>%1: 인스턴스가 아닙니다. 그 아래의 인스턴스: %2</translation>
    </message>
    <message>
        <source>Ask for the instance: single objects end in .0, cells of a table in their index.</source>
        <translation>인스턴스를 요청하십시오. 단일 객체는 .0으로 끝나고, 테이블의 셀은 인덱스로 끝납니다.</translation>
    </message>
    <message>
        <source>The agent does not have %1.</source>
        <translation>%1: 에이전트에 없는 객체입니다.</translation>
    </message>
    <message>
        <source>The view of this user includes it, so it is not hidden.</source>
        <translation>이 사용자의 뷰에 포함되어 있으므로 가려진 것은 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is not shown to this credential.</source>
        <translation>%1: 이 인증 정보에는 보이지 않는 객체입니다.</translation>
    </message>
    <message>
        <source>An object that the agent does not have and one that a view hides look alike. Ask with a credential that sees everything, or look at the views of the device.</source>
        <translation>에이전트에 없는 객체와 뷰에 가려진 객체는 구별되지 않습니다. 전체를 볼 수 있는 인증 정보로 요청하거나 장비의 뷰 설정을 확인하십시오.</translation>
    </message>
    <message>
        <source>This credential may write.</source>
        <translation>이 인증 정보로 값을 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>sysContact was written with the value that it had. In the clear, whoever listens can write too.</source>
        <translation>sysContact에 원래 있던 값을 그대로 써 보았습니다. 암호화되지 않은 버전이라면 엿들은 사람도 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>This credential may only read.</source>
        <translation>이 인증 정보로는 읽기만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Whether this credential may write was not found out: %1</source>
        <translation>이 인증 정보로 쓸 수 있는지 확인하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The user “%1” may write what the view “%2” includes.</source>
        <translation>사용자 %1: 뷰 %2 범위의 객체를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The agent&apos;s own tables say so; nothing was written.</source>
        <translation>에이전트의 접근 제어 테이블에서 읽은 내용이며, 실제로 쓰지는 않았습니다.</translation>
    </message>
    <message>
        <source>The user “%1” may only read.</source>
        <translation>사용자 %1: 읽기만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Anybody may write here: the community “%1” is known to everybody.</source>
        <translation>널리 알려진 커뮤니티 스트링으로 누구나 값을 쓸 수 있습니다: %1</translation>
    </message>
    <message>
        <source>Change it, or let it only read.</source>
        <translation>커뮤니티 스트링을 바꾸거나 읽기 전용으로 설정하십시오.</translation>
    </message>
    <message>
        <source>The agent answers a community that everybody knows: %1</source>
        <translation>널리 알려진 커뮤니티 스트링에 에이전트가 응답합니다: %1</translation>
    </message>
    <message>
        <source>Change it, and allow only the addresses of managers.</source>
        <translation>커뮤니티 스트링을 바꾸고, 관리용 주소에서만 접근하도록 허용하십시오.</translation>
    </message>
    <message>
        <source>Version %1 sends the community and all values in the clear.</source>
        <translation>버전 %1: 커뮤니티 스트링과 모든 값을 암호화하지 않고 보냅니다.</translation>
    </message>
    <message>
        <source>Where the device can, use SNMPv3 with authPriv.</source>
        <translation>장비가 지원한다면 SNMPv3 authPriv를 사용하십시오.</translation>
    </message>
    <message>
        <source>Version %1 sends the community and all values in the clear, and this agent speaks SNMPv3.</source>
        <translation>버전 %1: 커뮤니티 스트링과 모든 값을 암호화하지 않고 보냅니다. 이 에이전트는 SNMPv3를 지원합니다.</translation>
    </message>
    <message>
        <source>Make a user with authPriv at the device and use it.</source>
        <translation>장비에 authPriv 사용자를 만들어 사용하십시오.</translation>
    </message>
    <message>
        <source>The user “%1” needs no password.</source>
        <translation>사용자 %1: 비밀번호가 필요하지 않습니다.</translation>
    </message>
    <message>
        <source>Give it one, and access at authPriv only.</source>
        <translation>비밀번호를 설정하고 authPriv에서만 접근하도록 허용하십시오.</translation>
    </message>
    <message>
        <source>What the user “%1” asks and gets is signed, and can be read on the way.</source>
        <translation>사용자 %1: 요청과 응답이 서명되지만 중간에서 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Use authPriv where values are confidential.</source>
        <translation>값을 보호해야 한다면 authPriv를 사용하십시오.</translation>
    </message>
    <message>
        <source>The user “%1” is also answered without any password.</source>
        <translation>사용자 %1: 비밀번호가 없어도 응답합니다.</translation>
    </message>
    <message>
        <source>Whoever knows the name sees the same. Let its group have access at authPriv only.</source>
        <translation>이름만 알면 같은 내용을 볼 수 있습니다. 그룹이 authPriv에서만 접근하도록 설정하십시오.</translation>
    </message>
    <message>
        <source>%1 is a weak digest.</source>
        <translation>%1: 취약한 인증 알고리즘입니다.</translation>
    </message>
    <message>
        <source>Use SHA-256 or better where the device can.</source>
        <translation>장비가 지원한다면 SHA-256 이상을 사용하십시오.</translation>
    </message>
    <message>
        <source>%1 is a weak cipher.</source>
        <translation>%1: 취약한 암호화 알고리즘입니다.</translation>
    </message>
    <message>
        <source>Use AES-128 or better where the device can.</source>
        <translation>장비가 지원한다면 AES-128 이상을 사용하십시오.</translation>
    </message>
    <message>
        <source>The agent speaks version 2c with the same community.</source>
        <translation>에이전트가 같은 커뮤니티 스트링으로 버전 2c를 지원합니다.</translation>
    </message>
    <message>
        <source>It has GETBULK, with which walks take a fraction of the time, and counters of 64 bits.</source>
        <translation>버전 2c에서는 GETBULK로 워크 시간이 크게 줄고 64비트 카운터를 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The agent answers GETNEXT, and not GETBULK.</source>
        <translation>에이전트가 GETNEXT에는 응답하지만 GETBULK에는 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Walks ask for one object at a time then. Set the option for bulk requests to off, so that none waits in vain.</source>
        <translation>이 경우 워크는 객체를 하나씩 요청합니다. 헛되이 기다리지 않도록 벌크 조회 옵션을 끄십시오.</translation>
    </message>
    <message>
        <source>GETBULK was not answered, and GETNEXT was not either.</source>
        <translation>GETBULK와 GETNEXT 모두 응답이 없었습니다.</translation>
    </message>
    <message>
        <source>The agent may have stopped answering meanwhile.</source>
        <translation>그사이 에이전트가 응답을 멈췄을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 rows at a time are too big for the agent; %2 went through.</source>
        <translation>한 번에 %1행을 요청하면 에이전트에는 너무 큽니다. %2행까지는 응답했습니다.</translation>
    </message>
    <message>
        <source>Walks find the right number by themselves. Other programs should not ask for more.</source>
        <translation>워크는 알맞은 행 수를 스스로 찾습니다. 다른 프로그램에서도 이보다 많이 요청하지 마십시오.</translation>
    </message>
    <message>
        <source>The agent gives %1 rows at a time at most, asked for %2.</source>
        <translation>%2행을 요청해도 에이전트는 한 번에 최대 %1행만 응답합니다.</translation>
    </message>
    <message>
        <source>More repetitions bring nothing.</source>
        <translation>반복 횟수를 늘려도 효과가 없습니다.</translation>
    </message>
    <message>
        <source>The agent stands GETBULK, and this connection does not use it.</source>
        <translation>에이전트가 GETBULK를 지원하지만 이 연결에서는 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>With bulk requests a walk takes a fraction of the time.</source>
        <translation>벌크 조회를 쓰면 워크 시간이 크게 줄어듭니다.</translation>
    </message>
    <message>
        <source>The agent takes %1 ms for an answer.</source>
        <translation>에이전트의 응답 시간이 %1 ms입니다.</translation>
    </message>
    <message>
        <source>Poll it less often, and ask for several objects in one request.</source>
        <translation>폴링 주기를 늘리고, 한 요청에 여러 객체를 묶어 조회하십시오.</translation>
    </message>
    <message>
        <source>%1 is slow: %2 ms a row.</source>
        <translation>%1: 느린 테이블입니다(행당 %2 ms).</translation>
    </message>
    <message>
        <source>Poll this table less often than others, or only the columns that are needed.</source>
        <translation>이 테이블은 다른 테이블보다 드물게 폴링하거나 필요한 열만 조회하십시오.</translation>
    </message>
    <message>
        <source>Of %2 requests at once %1 were lost; one after the other they are answered.</source>
        <translation>동시에 보낸 요청 %2개 중 %1개에 응답이 없었습니다. 하나씩 보내면 응답합니다.</translation>
    </message>
    <message>
        <source>The agent cannot keep up with bursts. Spread the polls over the interval, and lower the number of requests in flight.</source>
        <translation>에이전트가 몰린 요청을 감당하지 못합니다. 폴링을 주기 안에서 고르게 나누고, 동시에 보내는 요청 수를 줄이십시오.</translation>
    </message>
    <message>
        <source>%1 of %2 messages were not answered and had to be sent again.</source>
        <translation>보낸 메시지 %2개 중 %1개에 응답이 없어 다시 보냈습니다.</translation>
    </message>
    <message>
        <source>The way loses packets, or the agent is busy. Spread the polls over the interval.</source>
        <translation>경로에서 패킷이 손실되거나 에이전트가 바쁩니다. 폴링을 주기 안에서 고르게 나누십시오.</translation>
    </message>
    <message>
        <source>%1 answers had a number that was never asked.</source>
        <translation>요청한 적이 없는 번호의 응답이 %1개 왔습니다.</translation>
    </message>
    <message>
        <source>They were not believed. The agent mixes requests up, or somebody sends answers in its name.</source>
        <translation>이 응답은 받아들이지 않았습니다. 에이전트가 요청을 혼동하거나, 누군가 에이전트를 가장해 응답을 보내고 있습니다.</translation>
    </message>
    <message>
        <source>%1 answers were damaged or not SNMP.</source>
        <translation>손상되었거나 SNMP가 아닌 응답이 %1개 왔습니다.</translation>
    </message>
    <message>
        <source>They were not believed. Something on the way may change packets, or cut them.</source>
        <translation>이 응답은 받아들이지 않았습니다. 중간 장비가 패킷을 변경하거나 자르고 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Some answers came from another address: %1</source>
        <translation>일부 응답이 다른 주소에서 왔습니다: %1</translation>
    </message>
    <message>
        <source>They were not believed.</source>
        <translation>이 응답은 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>A walk brought %1 objects in %2 ms, %3 a request.</source>
        <translation>워크로 객체 %1개를 %2 ms 만에 읽었습니다. 요청당 %3개입니다.</translation>
    </message>
    <message>
        <source>A walk without a guard would never end here. Ask the vendor for newer firmware; until then leave this subtree out.</source>
        <translation>보호 장치가 없는 워크는 여기서 끝나지 않습니다. 제조사에 새 펌웨어를 문의하고, 그때까지 이 서브트리를 제외하십시오.</translation>
    </message>
    <message>
        <source>The agent answers GETBULK without rows. Set the option for bulk requests to off.</source>
        <translation>에이전트가 GETBULK에 행 없이 응답합니다. 벌크 조회 옵션을 끄십시오.</translation>
    </message>
    <message>
        <source>One object cannot be read: the agent fails without saying why (%1).</source>
        <translation>읽을 수 없는 객체가 있습니다. 에이전트가 이유를 알리지 않고 실패합니다(%1).</translation>
    </message>
    <message>
        <source>Walks of other programs end there. The log of the device may say more.</source>
        <translation>다른 프로그램의 워크는 여기서 끝납니다. 장비의 로그에서 원인을 확인하십시오.</translation>
    </message>
    <message>
        <source>A walk did not come to its end: %1</source>
        <translation>워크가 끝까지 진행되지 못했습니다: %1</translation>
    </message>
    <message>
        <source>%1 answers would have been too big for the agent; the walk went down to %2 rows.</source>
        <translation>응답 %1개가 에이전트에는 너무 커서 워크가 행 수를 줄였습니다: %2</translation>
    </message>
    <message>
        <source>The counter %1 went back, from %2 to %3, without a restart.</source>
        <translation>재시작이 없었는데 카운터 값이 줄었습니다: %1, %2 → %3</translation>
    </message>
    <message>
        <source>Rates over this moment are wrong. Clearing counters by hand does so, and cards that restart; ifCounterDiscontinuityTime tells when.</source>
        <translation>이 시점을 포함한 초당 값은 맞지 않습니다. 카운터를 직접 초기화했거나 카드가 재시작한 경우입니다. 시점은 ifCounterDiscontinuityTime에서 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 interfaces of 1 Gbit/s or more have counters of 32 bits only.</source>
        <translation>1 Gbit/s 이상인 인터페이스 %1개에 32비트 카운터만 있습니다.</translation>
    </message>
    <message>
        <source>They wrap in 34 seconds at full load. Poll more often than that, or ask with version 2c or 3 for ifHCInOctets.</source>
        <translation>최대 부하에서는 34초마다 값이 한 바퀴 돕니다. 그보다 자주 폴링하거나 버전 2c 또는 3으로 ifHCInOctets를 조회하십시오.</translation>
    </message>
    <message>
        <source>%1 requests with a wrong community have come since the agent started.</source>
        <translation>에이전트가 시작된 뒤 커뮤니티 스트링이 틀린 요청이 %1개 있었습니다.</translation>
    </message>
    <message>
        <source>Somebody is guessing, or a poller has an old community. This diagnosis counts too.</source>
        <translation>누군가 추측하고 있거나, 폴러에 예전 커뮤니티 스트링이 남아 있습니다. 이 진단에서 보낸 요청도 포함됩니다.</translation>
    </message>
    <message>
        <source>%1 messages with a wrong authentication password have come since the agent started.</source>
        <translation>에이전트가 시작된 뒤 인증 비밀번호가 틀린 메시지가 %1개 있었습니다.</translation>
    </message>
    <message>
        <source>Somebody is guessing, or a poller has an old password. This diagnosis counts too.</source>
        <translation>누군가 추측하고 있거나, 폴러에 예전 비밀번호가 남아 있습니다. 이 진단에서 보낸 메시지도 포함됩니다.</translation>
    </message>
    <message>
        <source>The agent has dropped %1 requests whose answer was too big.</source>
        <translation>응답이 너무 커서 에이전트가 버린 요청이 %1개 있습니다.</translation>
    </message>
    <message>
        <source>Some program asks for too much at once.</source>
        <translation>한 번에 너무 많이 요청하는 프로그램이 있습니다.</translation>
    </message>
    <message>
        <source>The agent restarted during this diagnosis.</source>
        <translation>진단 중에 에이전트가 다시 시작되었습니다.</translation>
    </message>
    <message>
        <source>Counters begin anew, and requests fail meanwhile. If it happens again, see what makes it crash: often one table.</source>
        <translation>카운터가 처음부터 다시 시작되고 그동안 요청이 실패합니다. 반복된다면 원인을 찾으십시오. 특정 테이블이 원인인 경우가 많습니다.</translation>
    </message>
    <message>
        <source>The agent started %1 ago.</source>
        <translation>에이전트가 시작된 지 %1 지났습니다.</translation>
    </message>
    <message>
        <source>Counters began anew then.</source>
        <translation>그때부터 카운터가 다시 시작되었습니다.</translation>
    </message>
    <message>
        <source>The agent&apos;s uptime moved by %1 ms in %2 ms.</source>
        <translation>실제로 %2 ms가 지나는 동안 에이전트의 가동 시간은 %1 ms만 늘었습니다.</translation>
    </message>
    <message>
        <source>Rates that are made with it are wrong.</source>
        <translation>이 값으로 계산한 초당 값은 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The clock of the device is %1 seconds ahead.</source>
        <translation>장비의 시계가 %1초 빠릅니다.</translation>
    </message>
    <message>
        <source>Its traps and log entries carry wrong times. Give it an NTP server.</source>
        <translation>트랩과 로그의 시각이 맞지 않습니다. 장비에 NTP 서버를 설정하십시오.</translation>
    </message>
    <message>
        <source>The clock of the device is %1 seconds behind.</source>
        <translation>장비의 시계가 %1초 느립니다.</translation>
    </message>
    <message>
        <source>The agent sends notifications to %1.</source>
        <translation>에이전트가 알림을 보내는 곳: %1</translation>
    </message>
    <message>
        <source>If none arrive there: check the port, the community or user of the receiver, and, for traps of SNMPv3, that the receiver knows the engine ID of this agent.</source>
        <translation>도착하지 않는다면 포트와 수신 측의 커뮤니티 스트링 또는 사용자를 확인하십시오. SNMPv3 트랩은 수신 측이 이 에이전트의 엔진 ID를 알고 있어야 합니다.</translation>
    </message>
    <message>
        <source>The agent sends no trap when a request has a wrong community.</source>
        <translation>커뮤니티 스트링이 틀린 요청이 와도 에이전트가 트랩을 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Attempts to guess it go unnoticed.</source>
        <translation>커뮤니티 스트링을 추측하려는 시도를 알아차릴 수 없습니다.</translation>
    </message>
    <message>
        <source>This credential can read who may see what: %1 users and communities.</source>
        <translation>이 인증 정보로 접근 제어 설정을 읽을 수 있습니다. 사용자와 커뮤니티: %1</translation>
    </message>
    <message>
        <source>Each line is a user or community, its group, and the views it has. Whoever has this credential knows them all.</source>
        <translation>각 줄은 사용자 또는 커뮤니티, 속한 그룹, 적용되는 뷰입니다. 이 인증 정보를 가진 사람은 모두 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>With versions 1 and 2c, in the clear, these may write: %1</source>
        <translation>암호화되지 않는 버전 1과 2c로 쓸 수 있는 대상: %1</translation>
    </message>
    <message>
        <source>Whoever listens on the way can write as well. Let them only read, and write with SNMPv3.</source>
        <translation>중간에서 엿들은 사람도 쓸 수 있습니다. 읽기만 허용하고, 쓰기는 SNMPv3로만 허용하십시오.</translation>
    </message>
    <message>
        <source>SNMPv1 has traps only, and no informs.</source>
        <translation>SNMPv1에는 트랩만 있고 인폼은 없습니다.</translation>
    </message>
    <message>
        <source>There is neither UDP nor TCP to listen on.</source>
        <translation>UDP와 TCP 중 어느 것으로도 수신하도록 설정되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>“%1” is not a network: 10.1.0.0/16.</source>
        <translation>네트워크가 아닙니다: “%1”. 예: 10.1.0.0/16</translation>
    </message>
    <message>
        <source>The recording was cancelled.</source>
        <translation>기록을 취소했습니다.</translation>
    </message>
    <message>
        <source>The comparison was cancelled.</source>
        <translation>비교를 취소했습니다.</translation>
    </message>
    <message>
        <source>%1 counted on</source>
        <translation>계속 증가 %1건</translation>
    </message>
    <message>
        <source>%1 began anew</source>
        <translation>초기화 %1건</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>변경 %1건</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>삭제 %1건</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>추가 %1건</translation>
    </message>
    <message>
        <source>counted on</source>
        <translation>계속 증가</translation>
    </message>
    <message>
        <source>began anew</source>
        <translation>초기화됨</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>added</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>both see it</source>
        <translation>양쪽 모두 보임</translation>
    </message>
    <message>
        <source>only the first sees it</source>
        <translation>첫 번째만 보임</translation>
    </message>
    <message>
        <source>only the second sees it</source>
        <translation>두 번째만 보임</translation>
    </message>
    <message>
        <source>each sees a part of it</source>
        <translation>각각 일부만 보임</translation>
    </message>
    <message>
        <source>These are two devices: their counters and clocks are not compared.</source>
        <translation>서로 다른 장비이므로 카운터와 시각은 비교하지 않습니다.</translation>
    </message>
    <message>
        <source>The first one is younger than the second.</source>
        <translation>첫 번째가 두 번째보다 나중에 만든 것입니다.</translation>
    </message>
    <message>
        <source>The agent was restarted in between: its counters began anew.</source>
        <translation>그사이 에이전트가 재시작되어 카운터가 초기화되었습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n interface(s) have another ifIndex now and were matched by name: %1</source>
        <translation>
            <numerusform>ifIndex가 바뀐 인터페이스 %n개를 이름으로 대응시켰습니다: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Some tables have so many differences that their rows are in pieces.</source>
        <translation>차이가 너무 많은 테이블은 한 행이 여러 조각으로 나뉘어 있습니다.</translation>
    </message>
    <message>
        <source>The first file is damaged.</source>
        <translation>첫 번째 파일이 손상되었습니다.</translation>
    </message>
    <message>
        <source>The second file is damaged.</source>
        <translation>두 번째 파일이 손상되었습니다.</translation>
    </message>
    <message>
        <source>%1 noise</source>
        <translation>노이즈 %1건</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>변경된 내용이 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1: 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 is not a recording of an agent.</source>
        <translation>%1: 에이전트 기록이 아닙니다.</translation>
    </message>
    <message>
        <source>Reading the recording was cancelled.</source>
        <translation>기록 읽기를 취소했습니다.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>파일이 비어 있습니다.</translation>
    </message>
    <message>
        <source>It is text in UTF-16; save it as UTF-8.</source>
        <translation>UTF-16 텍스트입니다. UTF-8로 저장하십시오.</translation>
    </message>
    <message>
        <source>%1 was made by a later version of this program.</source>
        <translation>%1: 이 프로그램의 더 새로운 버전에서 만든 파일입니다.</translation>
    </message>
    <message>
        <source>No line of it is one of a recording: OID|tag|value, or what snmpwalk -On prints.</source>
        <translation>기록 형식(OID|tag|value 또는 snmpwalk -On 출력)에 맞는 줄이 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1: 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The file was cut off: its end is missing.</source>
        <translation>파일이 중간에 잘려 끝부분이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) could not be read.</source>
        <translation>
            <numerusform>읽을 수 없는 줄이 %n개 있습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) stood out of order and were left out.</source>
        <translation>
            <numerusform>순서가 어긋난 줄 %n개를 제외했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The first of them is line %1.</source>
        <translation>그중 첫 번째는 %1번째 줄입니다.</translation>
    </message>
    <message>
        <source>The file was changed after it had been written.</source>
        <translation>기록한 뒤에 파일 내용이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>The disk gave an error.</source>
        <translation>디스크 오류가 발생했습니다.</translation>
    </message>
    <message>
        <source>There are more objects than can be put in order.</source>
        <translation>객체가 너무 많아 정렬할 수 없습니다.</translation>
    </message>
    <message>
        <source>A temporary file could not be written.</source>
        <translation>임시 파일을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The group “%1” may read nothing.</source>
        <translation>그룹 “%1”: 읽을 수 있는 뷰가 없습니다.</translation>
    </message>
    <message>
        <source>Probably the view “%1”.</source>
        <translation>뷰 “%1” 때문으로 보입니다.</translation>
    </message>
    <message>
        <source>Probably the group “%1” with the view “%2”.</source>
        <translation>그룹 “%1”, 뷰 “%2” 때문으로 보입니다.</translation>
    </message>
    <message>
        <source>The group “%1” with the view “%2”.</source>
        <translation>그룹 “%1”, 뷰 “%2”에 따른 것입니다.</translation>
    </message>
    <message>
        <source>It includes: %1.</source>
        <translation>포함: %1.</translation>
    </message>
    <message>
        <source>It leaves out: %1.</source>
        <translation>제외: %1.</translation>
    </message>
    <message>
        <source>This machine cannot speak IPv6.</source>
        <translation>이 컴퓨터에서는 IPv6을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>This machine cannot speak IPv4.</source>
        <translation>이 컴퓨터에서는 IPv4를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The agent&apos;s answer cannot be decrypted: the privacy password or its protocol is another one.</source>
        <translation>에이전트의 응답을 복호화할 수 없습니다. 암호화 비밀번호나 알고리즘이 다릅니다.</translation>
    </message>
    <message>
        <source>enterprise %1</source>
        <translation>기업 번호 %1</translation>
    </message>
    <message>
        <source>There is nothing to be tried.</source>
        <translation>시도할 자격 증명이 없습니다.</translation>
    </message>
    <message>
        <source>“%1” is neither an address nor a range of addresses. Write 10.0.0.7, 10.0.0.0/24, 10.0.0.1-50 or fd00::/120, for instance.</source>
        <translation>주소도 주소 범위도 아닙니다: “%1”. 10.0.0.7, 10.0.0.0/24, 10.0.0.1-50, fd00::/120처럼 적어 주십시오.</translation>
    </message>
    <message>
        <source>Names of machines are not looked up here.</source>
        <translation>여기에서는 호스트 이름을 조회하지 않습니다.</translation>
    </message>
    <message>
        <source>The range “%1” ends before it begins.</source>
        <translation>범위의 끝이 시작보다 앞에 있습니다: “%1”.</translation>
    </message>
    <message>
        <source>2 to the power of %1</source>
        <translation>2의 %1제곱</translation>
    </message>
    <message>
        <source>That would be %1 addresses; at most %2 are asked in one run.</source>
        <translation>주소가 %1개입니다. 한 번에 최대 %2개까지 조회합니다.</translation>
    </message>
    <message>
        <source>Say which addresses are to be asked, 10.0.0.0/24 for instance.</source>
        <translation>조회할 주소를 적어 주십시오. 예: 10.0.0.0/24</translation>
    </message>
    <message>
        <source>%1 is not the address of a single machine.</source>
        <translation>장치 하나의 주소가 아닙니다: %1.</translation>
    </message>
    <message>
        <source>Nothing is left to be asked: every address is excluded.</source>
        <translation>모든 주소가 제외되어 조회할 주소가 없습니다.</translation>
    </message>
    <message>
        <source>Too many requests wait already.</source>
        <translation>이미 너무 많은 요청이 대기 중입니다.</translation>
    </message>
    <message>
        <source>Not everything could be read: %1</source>
        <translation>일부를 읽지 못했습니다: %1</translation>
    </message>
    <message>
        <source>This agent shows no interfaces (IF-MIB): there are no ports to be seen.</source>
        <translation>이 에이전트는 인터페이스(IF-MIB)를 보여 주지 않아 포트를 표시할 수 없습니다.</translation>
    </message>
    <message>
        <source>It has no ifXTable: names are those of ifDescr, counters have 32 bits.</source>
        <translation>ifXTable이 없어 이름은 ifDescr를 쓰고 카운터는 32비트입니다.</translation>
    </message>
    <message>
        <source>It has no BRIDGE-MIB: it is no switch, or does not show it; addresses and VLANs are unknown.</source>
        <translation>BRIDGE-MIB가 없습니다. 스위치가 아니거나 정보를 보여 주지 않는 장치이며, 주소와 VLAN은 알 수 없습니다.</translation>
    </message>
    <message>
        <source>It has no Q-BRIDGE-MIB: VLANs are unknown.</source>
        <translation>Q-BRIDGE-MIB가 없어 VLAN은 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Cisco shows the addresses of each VLAN by itself: ask with the context vlan-NUMBER, or with a community that ends with @NUMBER.</source>
        <translation>Cisco 장치는 VLAN마다 주소를 따로 보여 줍니다. 컨텍스트 vlan-번호 또는 @번호로 끝나는 커뮤니티로 조회하십시오.</translation>
    </message>
    <message>
        <source>It shows no learned addresses.</source>
        <translation>학습한 주소를 보여 주지 않습니다.</translation>
    </message>
    <message>
        <source>It has no LLDP-MIB: neighbors are unknown.</source>
        <translation>LLDP-MIB가 없어 이웃 장치는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Its LLDP ports cannot be told by name: their numbers were taken for those of the bridge&apos;s ports.</source>
        <translation>LLDP 포트를 이름으로 구분할 수 없어 그 번호를 브리지 포트 번호로 보았습니다.</translation>
    </message>
    <message>
        <source>It has no EtherLike-MIB: duplex is unknown.</source>
        <translation>EtherLike-MIB가 없어 이중 통신 방식은 알 수 없습니다.</translation>
    </message>
    <message>
        <source>up</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>down</source>
        <translation>끊김</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>testing</source>
        <translation>시험 중</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>not present</source>
        <translation>장착되지 않음</translation>
    </message>
    <message>
        <source>lower layer down</source>
        <translation>하위 계층 끊김</translation>
    </message>
    <message>
        <source>unknown state</source>
        <translation>상태 알 수 없음</translation>
    </message>
    <message>
        <source>powers a device of class %1</source>
        <translation>클래스 %1 장치에 전원 공급 중</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>tagged %1</source>
        <translation>태그 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) were received and lost before they were kept.</source>
        <translation>
            <numerusform>수신한 알림 %n개가 보관되기 전에 유실되었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>They came faster than this program could take them in. A filter with a field in front (name:, from:, oid:) costs less than words alone.</source>
        <translation>이 프로그램이 처리할 수 있는 속도보다 빨리 들어왔습니다. 앞에 필드를 붙인 필터(name:, from:, oid:)는 단어만 쓴 필터보다 부담이 적습니다.</translation>
    </message>
    <message>
        <source>%1 has sent nothing for %2 minutes.</source>
        <translation>%1: %2분 동안 아무것도 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>Before that it sent one every %1 s. Ask it whether it is up, and look at where it sends its traps to.</source>
        <translation>그전에는 %1초마다 하나씩 보냈습니다. 장비가 켜져 있는지, 트랩을 어디로 보내는지 확인하십시오.</translation>
    </message>
    <message>
        <source>Nothing has come yet.</source>
        <translation>아직 들어온 것이 없습니다.</translation>
    </message>
    <message>
        <source>Check that the devices send to an address of this machine and to this port, and that no firewall keeps the packets away: tcpdump shows whether they arrive. Where another port than 162 is listened at, port 162 must be redirected to it.</source>
        <translation>장비가 이 컴퓨터의 주소와 이 포트로 보내는지, 방화벽이 패킷을 막지 않는지 확인하십시오. 패킷이 도착하는지는 tcpdump로 볼 수 있습니다. 162번이 아닌 포트에서 수신한다면 162번 포트를 그 포트로 넘겨 주어야 합니다.</translation>
    </message>
    <message>
        <source>Traps of versions 1 and 2c are taken from anybody.</source>
        <translation>버전 1과 2c의 트랩을 누구에게서나 받습니다.</translation>
    </message>
    <message>
        <source>A community can be read on the way, and a sender&apos;s address forged. Name the communities that are accepted, or have devices send with SNMPv3.</source>
        <translation>커뮤니티 스트링은 전송 중에 읽힐 수 있고 발신 주소는 위조될 수 있습니다. 받아들일 커뮤니티를 지정하거나 장비가 SNMPv3로 보내게 하십시오.</translation>
    </message>
</context>
<context>
    <name>Portolan::Snmp::Agent</name>
    <message>
        <source>There is no address for the name “%1”.</source>
        <translation>이름에 해당하는 주소가 없습니다: “%1”.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>취소했습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Snmp::AgentProbe</name>
    <message>
        <source>Looking at what can be seen.</source>
        <translation>보이는 객체를 확인합니다.</translation>
    </message>
    <message>
        <source>Trying what else would be let in.</source>
        <translation>다른 인증 정보도 허용되는지 확인합니다.</translation>
    </message>
    <message>
        <source>Reading counters.</source>
        <translation>카운터를 읽습니다.</translation>
    </message>
    <message>
        <source>Trying GETBULK.</source>
        <translation>GETBULK를 시도합니다.</translation>
    </message>
    <message>
        <source>Measuring tables.</source>
        <translation>테이블의 응답 시간을 측정합니다.</translation>
    </message>
    <message>
        <source>Looking for the objects.</source>
        <translation>객체를 찾습니다.</translation>
    </message>
    <message>
        <source>Reading who may see what.</source>
        <translation>접근 제어 설정을 읽습니다.</translation>
    </message>
    <message>
        <source>Reading clock and trap receivers.</source>
        <translation>시계와 트랩 수신지를 읽습니다.</translation>
    </message>
    <message>
        <source>Writing what is there already.</source>
        <translation>원래 있던 값을 그대로 써 봅니다.</translation>
    </message>
    <message>
        <source>Walking.</source>
        <translation>워크를 실행합니다.</translation>
    </message>
    <message>
        <source>Asking many questions at once.</source>
        <translation>여러 요청을 동시에 보냅니다.</translation>
    </message>
    <message>
        <source>Asking the agent as the address has it.</source>
        <translation>주소에 설정된 그대로 에이전트에 요청합니다.</translation>
    </message>
    <message>
        <source>Trying what differs in one thing.</source>
        <translation>한 가지씩 바꾸어 시도합니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Snmp::Channel</name>
    <message>
        <source>It sent something that is not SNMP.</source>
        <translation>SNMP가 아닌 것을 보냈습니다.</translation>
    </message>
    <message>
        <source>The agent does not take connections over TCP.</source>
        <translation>에이전트가 TCP 연결을 받지 않습니다.</translation>
    </message>
    <message>
        <source>The agent ended the connection.</source>
        <translation>에이전트가 연결을 끝냈습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Snmp::Oid</name>
    <message>
        <source>An OID begins with 0, 1 or 2.</source>
        <translation>OID의 첫 숫자는 0, 1, 2 중 하나입니다.</translation>
    </message>
    <message>
        <source>Below 0 and 1 the second number of an OID is at most 39.</source>
        <translation>첫 숫자가 0이나 1이면 OID의 두 번째 숫자는 39 이하입니다.</translation>
    </message>
    <message>
        <source>There is no OID.</source>
        <translation>OID가 없습니다.</translation>
    </message>
    <message>
        <source>A number is missing between two dots of the OID.</source>
        <translation>OID의 두 점 사이에 숫자가 없습니다.</translation>
    </message>
    <message>
        <source>An OID has at most 128 numbers.</source>
        <translation>OID는 숫자 128개까지 가질 수 있습니다.</translation>
    </message>
    <message>
        <source>An OID consists of decimal numbers and dots.</source>
        <translation>OID는 십진수와 점으로 이루어집니다.</translation>
    </message>
    <message>
        <source>A number of an OID is at most 4294967295.</source>
        <translation>OID의 숫자는 4294967295 이하입니다.</translation>
    </message>
    <message>
        <source>The OID ends with a dot.</source>
        <translation>OID가 점으로 끝납니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Snmp::Peer</name>
    <message>
        <source>The connection to the agent has ended.</source>
        <translation>에이전트와의 연결이 끝났습니다.</translation>
    </message>
    <message>
        <source>The agent was asked at %1 and answers from %2. Such answers are not accepted.</source>
        <translation>물은 주소: %1, 응답한 주소: %2. 다른 주소에서 온 응답은 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>What %1 answers is not SNMP, or is damaged.</source>
        <translation>%1: 응답이 SNMP가 아니거나 손상되었습니다.</translation>
    </message>
    <message>
        <source>Nothing listens for SNMP at %1.</source>
        <translation>%1: SNMP를 듣는 프로그램이 없습니다.</translation>
    </message>
    <message>
        <source>%1 does not answer SNMPv3: it is not reachable, or does not speak it.</source>
        <translation>%1: SNMPv3에 응답하지 않습니다. 도달할 수 없거나 SNMPv3를 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1: 제한 시간 안에 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 did not answer. To a wrong community agents say nothing either.</source>
        <translation>%1: 응답하지 않았습니다. 커뮤니티 스트링이 틀려도 에이전트는 아무 응답을 하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 speaks SNMPv3 and did not answer. To a wrong privacy password or protocol, or to an unknown context, many agents say nothing.</source>
        <translation>%1: SNMPv3를 지원하지만 응답하지 않았습니다. 암호화 비밀번호나 프로토콜이 틀리거나 모르는 컨텍스트이면 응답하지 않는 에이전트가 많습니다.</translation>
    </message>
    <message>
        <source>%1 speaks SNMPv3 and did not answer. To an unknown context many agents say nothing.</source>
        <translation>%1: SNMPv3를 지원하지만 응답하지 않았습니다. 모르는 컨텍스트에는 응답하지 않는 에이전트가 많습니다.</translation>
    </message>
    <message>
        <source>The agent&apos;s answer cannot be decrypted with the privacy password and protocol of the user “%1”.</source>
        <translation>사용자 “%1”: 암호화 비밀번호와 프로토콜로 에이전트의 응답을 복호화할 수 없습니다.</translation>
    </message>
    <message>
        <source>The agent answers with another number of objects than it was asked for.</source>
        <translation>에이전트가 요청과 다른 수의 객체로 응답했습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Snmp::Smi</name>
    <message>
        <source>This is a web page, not a MIB. Download the file itself, not the page that shows it.</source>
        <translation>MIB가 아니라 웹 페이지입니다. 파일을 보여 주는 페이지가 아니라 파일 자체를 내려받으십시오.</translation>
    </message>
    <message>
        <source>This is an XML file, not a MIB.</source>
        <translation>MIB가 아니라 XML 파일입니다.</translation>
    </message>
    <message>
        <source>This is a PDF document, not a MIB.</source>
        <translation>MIB가 아니라 PDF 문서입니다.</translation>
    </message>
    <message>
        <source>This is a document of a word processor. Save it as plain text.</source>
        <translation>워드 프로세서 문서입니다. 일반 텍스트로 저장하십시오.</translation>
    </message>
    <message>
        <source>This is a PostScript document, not a MIB.</source>
        <translation>MIB가 아니라 PostScript 문서입니다.</translation>
    </message>
    <message>
        <source>This is a program, not a MIB.</source>
        <translation>MIB가 아니라 프로그램입니다.</translation>
    </message>
    <message>
        <source>This is a script, not a MIB.</source>
        <translation>MIB가 아니라 스크립트입니다.</translation>
    </message>
    <message>
        <source>This is an image, not a MIB.</source>
        <translation>MIB가 아니라 그림입니다.</translation>
    </message>
    <message>
        <source>This is a binary file, not a MIB.</source>
        <translation>MIB가 아니라 이진 파일입니다.</translation>
    </message>
    <message>
        <source>This is a compressed file (%1). Unpack it first.</source>
        <translation>압축 파일(%1)입니다. 먼저 압축을 푸십시오.</translation>
    </message>
    <message>
        <source>a definition</source>
        <translation>정의</translation>
    </message>
    <message>
        <source>a type</source>
        <translation>타입</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>a number in parentheses</source>
        <translation>괄호 안의 숫자</translation>
    </message>
    <message>
        <source>a name or a number</source>
        <translation>이름 또는 숫자</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>따옴표로 묶은 글</translation>
    </message>
    <message>
        <source>an access (such as read-only)</source>
        <translation>접근 권한(read-only 등)</translation>
    </message>
    <message>
        <source>a status (such as current)</source>
        <translation>상태(current 등)</translation>
    </message>
    <message>
        <source>the name of a module</source>
        <translation>모듈 이름</translation>
    </message>
    <message>
        <source>the name of an object</source>
        <translation>객체 이름</translation>
    </message>
    <message>
        <source>the name of an enterprise</source>
        <translation>enterprise 이름</translation>
    </message>
    <message>
        <source>the type of a row</source>
        <translation>행의 타입</translation>
    </message>
    <message>
        <source>FROM or a semicolon</source>
        <translation>FROM 또는 세미콜론</translation>
    </message>
    <message>
        <source>{ or OF</source>
        <translation>{ 또는 OF</translation>
    </message>
    <message>
        <source>The file has more than %1 modules; the others are left out.</source>
        <translation>파일에 있는 모듈이 %1개를 넘습니다. 나머지는 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>The module has more than %1 definitions; the others are left out.</source>
        <translation>모듈의 정의가 %1개를 넘습니다. 나머지는 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>Parentheses are nested deeper than %1.</source>
        <translation>괄호가 %1단계보다 깊이 중첩되어 있습니다.</translation>
    </message>
    <message>
        <source>An OID has more than %1 numbers.</source>
        <translation>OID의 숫자가 %1개를 넘습니다.</translation>
    </message>
    <message>
        <source>The list has more than %1 entries; the others are left out.</source>
        <translation>목록의 항목이 %1개를 넘습니다. 나머지는 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>The module %1 is used from %2, which has fewer errors.</source>
        <translation>모듈 %1: 오류가 더 적은 다른 파일을 사용합니다(%2).</translation>
    </message>
    <message>
        <source>The module %1 is used from %2, which is of a later date.</source>
        <translation>모듈 %1: 날짜가 더 최근인 다른 파일을 사용합니다(%2).</translation>
    </message>
    <message>
        <source>The module %1 is used from %2: a file of yours comes before a bundled one.</source>
        <translation>모듈 %1: 사용자 파일이 기본 제공 파일보다 우선하므로 다른 파일을 사용합니다(%2).</translation>
    </message>
    <message>
        <source>The module %1 is used from %2, which defines more.</source>
        <translation>모듈 %1: 정의가 더 많은 다른 파일을 사용합니다(%2).</translation>
    </message>
    <message>
        <source>The module %1 is used from %2, which comes first.</source>
        <translation>모듈 %1: 순서가 앞선 다른 파일을 사용합니다(%2).</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>파일을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The file is larger than %1 MB, more than any module has.</source>
        <translation>파일이 %1MB보다 큽니다. 이렇게 큰 모듈은 없습니다.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>파일이 비어 있습니다.</translation>
    </message>
    <message>
        <source>There is no module in this text: no line says NAME DEFINITIONS ::= BEGIN.</source>
        <translation>이 텍스트에는 모듈이 없습니다. NAME DEFINITIONS ::= BEGIN 형식의 줄이 없습니다.</translation>
    </message>
    <message>
        <source>The file is UTF-16 and was read as such; other programs may refuse it.</source>
        <translation>UTF-16 파일이어서 그대로 읽었습니다. 다른 프로그램은 읽지 못할 수 있습니다.</translation>
    </message>
    <message>
        <source>The file begins as UTF-16 but is none throughout.</source>
        <translation>UTF-16으로 시작하지만 전체가 UTF-16은 아닙니다.</translation>
    </message>
    <message>
        <source>Texts in the file are not UTF-8 and were read as %1.</source>
        <translation>파일의 글이 UTF-8이 아닙니다. 읽을 때 사용한 문자 집합: %1</translation>
    </message>
    <message>
        <source>The name of the module %1 should begin with a capital letter.</source>
        <translation>모듈 이름은 대문자로 시작해야 합니다: %1</translation>
    </message>
    <message>
        <source>END is missing behind the module %1; the file may be cut off.</source>
        <translation>모듈 %1 끝에 END가 없습니다. 파일이 잘렸을 수 있습니다.</translation>
    </message>
    <message>
        <source>What stands behind the last END is left out.</source>
        <translation>마지막 END 뒤의 내용은 읽지 않았습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n more of this kind are not shown.</source>
        <translation>
            <numerusform>같은 종류 %n개는 표시하지 않았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is not a name as the SMI has them.</source>
        <translation>“%1”: SMI에서 쓸 수 있는 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>The closing quote of this text is missing.</source>
        <translation>이 글을 닫는 따옴표가 없습니다.</translation>
    </message>
    <message>
        <source>There is a quote inside of this text; the standard writes it twice.</source>
        <translation>글 안에 따옴표가 있습니다. 표준에서는 두 번 겹쳐 씁니다.</translation>
    </message>
    <message>
        <source>The number %1 is too large.</source>
        <translation>숫자가 너무 큽니다: %1</translation>
    </message>
    <message>
        <source>%1 is no hexadecimal or binary number.</source>
        <translation>16진수나 2진수가 아닙니다: %1</translation>
    </message>
    <message>
        <source>The name %1 has an underscore, which the standard does not allow.</source>
        <translation>이름에 밑줄이 있습니다. 표준에서는 허용하지 않습니다: %1</translation>
    </message>
    <message>
        <source>Expected: %1. Found: the end of the file.</source>
        <translation>필요한 것: %1, 발견한 것: 파일의 끝</translation>
    </message>
    <message>
        <source>Expected: %1. Found: %2</source>
        <translation>필요한 것: %1, 발견한 것: %2</translation>
    </message>
    <message>
        <source>A comma is missing before %1.</source>
        <translation>다음 단어 앞에 쉼표가 없습니다: %1</translation>
    </message>
    <message>
        <source>There is a comma too many.</source>
        <translation>쉼표가 하나 더 있습니다.</translation>
    </message>
    <message>
        <source>A semicolon is missing behind the imports.</source>
        <translation>IMPORTS 끝에 세미콜론이 없습니다.</translation>
    </message>
    <message>
        <source>“%1” is missing.</source>
        <translation>“%1” 기호가 없습니다.</translation>
    </message>
    <message>
        <source>The definition of %1 could not be read and is left out.</source>
        <translation>%1 정의를 읽을 수 없어 제외했습니다.</translation>
    </message>
    <message>
        <source>The definition of %1 has no %2.</source>
        <translation>%1 정의에 %2 절이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is not expected here and is passed over.</source>
        <translation>여기에 올 수 없어 건너뛰었습니다: %1</translation>
    </message>
    <message>
        <source>%1 is no access that the SMI knows.</source>
        <translation>SMI에 없는 접근 권한입니다: %1</translation>
    </message>
    <message>
        <source>%1 is no status that the SMI knows.</source>
        <translation>SMI에 없는 상태입니다: %1</translation>
    </message>
    <message>
        <source>%1 is defined twice; the definition in line %2 is used.</source>
        <translation>%1: 두 번 정의되어 있습니다. %2번째 줄의 정의를 사용합니다.</translation>
    </message>
    <message>
        <source>The module %1 is not there. It is needed for: %2</source>
        <translation>모듈 %1: 찾을 수 없습니다. 이 모듈에서 가져와야 하는 이름: %2</translation>
    </message>
    <message>
        <source>The module %1 is not there; what it is needed for (%2) was taken from %3.</source>
        <translation>모듈 %1: 찾을 수 없습니다. 필요한 이름을 다른 모듈에서 가져왔습니다. 이름: %2, 가져온 곳: %3</translation>
    </message>
    <message>
        <source>The module %1 does not define %2.</source>
        <translation>모듈 %1: 정의하지 않은 이름입니다(%2).</translation>
    </message>
    <message>
        <source>The module %1 does not define %2; it was taken from %3.</source>
        <translation>모듈 %1: 정의하지 않은 이름(%2)이어서 다른 모듈(%3)에서 가져왔습니다.</translation>
    </message>
    <message>
        <source>%1 is used but not imported; it was taken from %2.</source>
        <translation>%1: 가져오기(IMPORTS) 없이 사용했습니다. 찾은 곳: %2</translation>
    </message>
    <message>
        <source>Modules import each other in a circle: %1</source>
        <translation>모듈이 서로를 순환해서 가져옵니다: %1</translation>
    </message>
    <message>
        <source>The module %1 is the same as in %2, which is used.</source>
        <translation>모듈 %1: 내용이 같은 다른 파일을 사용합니다(%2).</translation>
    </message>
    <message>
        <source>%1 has no place in the tree: %2 is not defined anywhere.</source>
        <translation>%1: 트리에 놓을 수 없습니다. 어디에도 정의되지 않은 이름입니다(%2).</translation>
    </message>
    <message>
        <source>%1 has no place in the tree: its OID depends on itself.</source>
        <translation>%1: 트리에 놓을 수 없습니다. OID가 자기 자신에 의존합니다.</translation>
    </message>
    <message>
        <source>The OID of %1 has more than 128 numbers.</source>
        <translation>%1: OID의 숫자가 128개를 넘습니다.</translation>
    </message>
    <message>
        <source>%2 cannot stand in the OID of %1.</source>
        <translation>%1: OID에 쓸 수 없는 숫자입니다(%2).</translation>
    </message>
    <message>
        <source>The type %2 of %1 is not defined anywhere.</source>
        <translation>%1: 타입 %2 정의가 어디에도 없습니다.</translation>
    </message>
    <message>
        <source>The type %1 is defined by itself.</source>
        <translation>타입 %1: 자기 자신으로 정의되어 있습니다.</translation>
    </message>
    <message>
        <source>The object %2 in the INDEX of %1 is not defined anywhere.</source>
        <translation>%1: INDEX의 객체 %2 정의가 어디에도 없습니다.</translation>
    </message>
    <message>
        <source>The row %2 that %1 augments is not defined anywhere.</source>
        <translation>%1: AUGMENTS의 행 %2 정의가 어디에도 없습니다.</translation>
    </message>
    <message>
        <source>The object %2 of %1 is not defined anywhere.</source>
        <translation>%1: 객체 %2 정의가 어디에도 없습니다.</translation>
    </message>
    <message>
        <source>%1 has the same OID as %2: %3</source>
        <translation>%1: OID가 같은 다른 정의가 있습니다(%2). OID: %3</translation>
    </message>
    <message>
        <source>%2 stands twice in the list of %1.</source>
        <translation>%1: 목록에 두 번 나옵니다(%2).</translation>
    </message>
    <message>
        <source>The range of %1 is upside down.</source>
        <translation>%1: 범위의 위아래가 바뀌어 있습니다.</translation>
    </message>
    <message>
        <source>The name of the type %1 should begin with a capital letter.</source>
        <translation>타입 이름은 대문자로 시작해야 합니다: %1</translation>
    </message>
    <message>
        <source>The type %1 is written %2.</source>
        <translation>타입 %1: 올바른 표기는 %2입니다.</translation>
    </message>
    <message>
        <source>The DISPLAY-HINT of %1 cannot be used: %2</source>
        <translation>%1: DISPLAY-HINT를 사용할 수 없습니다(%2).</translation>
    </message>
    <message>
        <source>“%1” is not written as this type is.</source>
        <translation>“%1”: 이 타입의 형식에 맞지 않습니다.</translation>
    </message>
    <message>
        <source>An OID has at most 128 numbers.</source>
        <translation>OID는 숫자 128개까지 가질 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 is an address.</source>
        <translation>%1: 주소를 입력해야 합니다.</translation>
    </message>
    <message>
        <source>%1 has %2 octets, not %3.</source>
        <translation>%1: 길이는 %2옥텟입니다(입력: %3).</translation>
    </message>
    <message>
        <source>%1 is a number.</source>
        <translation>%1: 숫자를 입력해야 합니다.</translation>
    </message>
    <message>
        <source>%1 cannot be negative or so large: it is part of an OID.</source>
        <translation>%1: OID의 일부이므로 음수이거나 너무 클 수 없습니다.</translation>
    </message>
    <message>
        <source>The index has %1 parts, not %2.</source>
        <translation>인덱스 항목은 %1개입니다(입력: %2개).</translation>
    </message>
    <message>
        <source>Loading the modules was cancelled.</source>
        <translation>모듈 불러오기를 취소했습니다.</translation>
    </message>
    <message>
        <source>No module that is loaded defines %1.</source>
        <translation>불러온 모듈 중에 이 이름을 정의한 것이 없습니다: %1</translation>
    </message>
    <message>
        <source>“%1” is neither an OID nor a name.</source>
        <translation>“%1”: OID도 이름도 아닙니다.</translation>
    </message>
    <message>
        <source>The cache of modules cannot be written.</source>
        <translation>모듈 캐시를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n일</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is none of the values that %2 has.</source>
        <translation>“%1”: 타입 %2의 값이 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>“%1”: 정수가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is not from %2 to %3, the numbers of this type.</source>
        <translation>%1: 이 타입의 범위를 벗어납니다(%2~%3).</translation>
    </message>
    <message>
        <source>%1 is not in the range that %2 allows.</source>
        <translation>%1: 허용 범위를 벗어납니다(%2).</translation>
    </message>
    <message>
        <source>%1 is no number of a bit.</source>
        <translation>%1: 비트 번호가 아닙니다.</translation>
    </message>
    <message>
        <source>“%1” is not hexadecimal.</source>
        <translation>“%1”: 16진수가 아닙니다.</translation>
    </message>
    <message>
        <source>This has %1 octets; %2 does not allow that many or that few.</source>
        <translation>길이가 %1옥텟입니다. 허용되지 않는 길이입니다(%2).</translation>
    </message>
    <message>
        <source>“%1” is neither a number of hundredths nor a duration.</source>
        <translation>“%1”: 1/100초 단위의 수도 기간도 아닙니다.</translation>
    </message>
    <message>
        <source>No module says of what type this is; name the type.</source>
        <translation>타입을 알려 주는 모듈이 없습니다. 타입을 지정하십시오.</translation>
    </message>
    <message>
        <source>%1 has no value.</source>
        <translation>%1: 값이 없는 객체입니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Snmp::Walker</name>
    <message>
        <source>The walk was ended after the time that it was given.</source>
        <translation>정해진 시간이 지나 워크를 끝냈습니다.</translation>
    </message>
    <message>
        <source>The agent answers without a single row behind %1.</source>
        <translation>%1: 에이전트가 그 뒤의 행을 하나도 주지 않고 응답합니다.</translation>
    </message>
    <message>
        <source>The agent&apos;s objects do not increase: behind %1 comes %2. Following it could go round in circles for ever.</source>
        <translation>에이전트의 객체가 커지는 순서가 아닙니다. %1 다음에 %2 순서로 옵니다. 따라가면 끝없이 맴돌 수 있습니다.</translation>
    </message>
    <message>
        <source>The walk was ended after %1 objects.</source>
        <translation>객체 %1개를 읽고 워크를 끝냈습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Snmp::Wire</name>
    <message>
        <source>This system&apos;s SNMP library does not have %1.</source>
        <translation>이 시스템의 SNMP 라이브러리에 없습니다: %1.</translation>
    </message>
    <message>
        <source>The authentication password is missing.</source>
        <translation>인증 비밀번호가 없습니다.</translation>
    </message>
    <message>
        <source>The privacy password is missing.</source>
        <translation>암호화 비밀번호가 없습니다.</translation>
    </message>
    <message>
        <source>The authentication password is too short: SNMPv3 needs at least eight characters.</source>
        <translation>인증 비밀번호가 너무 짧습니다. SNMPv3에는 여덟 자 이상이 필요합니다.</translation>
    </message>
    <message>
        <source>The privacy password is too short: SNMPv3 needs at least eight characters.</source>
        <translation>암호화 비밀번호가 너무 짧습니다. SNMPv3에는 여덟 자 이상이 필요합니다.</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>This request cannot be written as an SNMP message.</source>
        <translation>이 요청은 SNMP 메시지로 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>This request is too large for one SNMP message.</source>
        <translation>요청이 너무 커서 SNMP 메시지 하나에 담을 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ssh</name>
    <message>
        <source>agent key %1 (%2)</source>
        <translation>에이전트 키 %1 (%2)</translation>
    </message>
    <message>
        <source>%1 and this program have no algorithm in common for %2. The server offers %3; this program offers %4.</source>
        <translation>%1: %2 항목에서 양쪽이 함께 쓸 수 있는 알고리즘이 없습니다. 서버 제시: %3. 이 프로그램 제시: %4.</translation>
    </message>
    <message>
        <source>%1 ended the login after too many attempts. It counts each key that is offered; choose one key, or offer fewer.</source>
        <translation>%1: 시도 횟수가 너무 많아 서버가 로그인을 끝냈습니다. 서버는 제시된 키를 하나하나 세므로, 키를 하나만 고르거나 줄이십시오.</translation>
    </message>
    <message>
        <source>%1 ended the connection for lack of resources: %2</source>
        <translation>%1: 서버가 자원 부족으로 연결을 끊었습니다: %2</translation>
    </message>
    <message>
        <source>%1 ended the connection: %2</source>
        <translation>%1: 서버가 연결을 끊었습니다: %2</translation>
    </message>
    <message>
        <source>%1 speaks only an SSH protocol older than version 2, which is unsafe and not supported.</source>
        <translation>%1: 서버가 버전 2보다 오래된 SSH 프로토콜만 사용합니다. 안전하지 않아 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>%1: 연결이 끊어졌습니다.</translation>
    </message>
    <message>
        <source>The host key of %1 is too short to be safe.</source>
        <translation>%1: 호스트 키가 너무 짧아 안전하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 does not keep to the SSH protocol.</source>
        <translation>%1: 서버가 SSH 프로토콜을 지키지 않습니다.</translation>
    </message>
    <message>
        <source>The host key could not be added to %1.</source>
        <translation>호스트 키를 다음 파일에 추가하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The host&apos;s name contains characters that the file cannot hold.</source>
        <translation>호스트 이름에 파일에 적을 수 없는 문자가 있습니다.</translation>
    </message>
    <message>
        <source>Its folder cannot be made.</source>
        <translation>파일이 들어갈 폴더를 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>The key agent cannot be reached.</source>
        <translation>키 에이전트에 접속할 수 없습니다.</translation>
    </message>
    <message>
        <source>The key agent did not tell its keys.</source>
        <translation>키 에이전트가 키 목록을 알려 주지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 is in PuTTY&apos;s format. PuTTYgen exports it as an OpenSSH key.</source>
        <translation>%1: PuTTY 형식입니다. PuTTYgen에서 OpenSSH 키로 내보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 is not a private key.</source>
        <translation>%1: 개인 키가 아닙니다.</translation>
    </message>
    <message>
        <source>The key file %1 cannot be read: %2</source>
        <translation>%1: 키 파일을 읽을 수 없습니다: %2</translation>
    </message>
    <message>
        <source>The passphrase does not open %1.</source>
        <translation>키 암호(passphrase)가 맞지 않습니다: %1</translation>
    </message>
    <message>
        <source>%1 cannot be used: its format is not known.</source>
        <translation>%1: 형식을 알 수 없어 사용할 수 없습니다.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>키 암호(passphrase)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>%1 let %2 in without asking for any proof of identity.</source>
        <translation>%1: 서버가 신원 확인 없이 사용자를 들여보냈습니다: %2</translation>
    </message>
    <message>
        <source>%1 asks without end instead of deciding on the login.</source>
        <translation>%1: 서버가 로그인을 결정하지 않고 끝없이 묻기만 합니다.</translation>
    </message>
    <message>
        <source>The login to %1 was given up.</source>
        <translation>%1: 로그인을 중단했습니다.</translation>
    </message>
    <message>
        <source>Accepted: %1.</source>
        <translation>수락됨: %1.</translation>
    </message>
    <message>
        <source>There was nothing to try.</source>
        <translation>시도해 볼 인증 수단이 없었습니다.</translation>
    </message>
    <message>
        <source>Refused: %1.</source>
        <translation>거부됨: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n more keys of the agent were not tried.</source>
        <translation>
            <numerusform>에이전트의 키 %n개는 시도하지 않았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 did not accept the login of %2. It would accept: %3.</source>
        <translation>%1: 서버가 사용자 %2 로그인을 받아들이지 않았습니다. 서버가 받는 방식: %3.</translation>
    </message>
    <message>
        <source>%1 accepted the first proof of %2 but wants another one: %3.</source>
        <translation>%1: 사용자 %2 첫 번째 인증은 수락되었지만 서버가 인증을 더 요구합니다: %3.</translation>
    </message>
    <message>
        <source>%1 closed the connection without a word. It may refuse this computer, or be busy.</source>
        <translation>%1: 서버가 아무 응답 없이 연결을 닫았습니다. 이 컴퓨터를 거부하거나 과부하 상태일 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 broke the connection off.</source>
        <translation>%1: 서버가 연결을 강제로 끊었습니다.</translation>
    </message>
    <message>
        <source>%1 took the connection on port %2 but sent nothing within %3 seconds. An SSH server speaks first.</source>
        <translation>%1: 포트 %2에 연결되었지만 %3초 동안 아무것도 오지 않았습니다. SSH 서버라면 먼저 말을 겁니다.</translation>
    </message>
    <message>
        <source>What answers at %1 on port %2 is not an SSH server.</source>
        <translation>%1: 포트 %2에서 응답하는 것은 SSH 서버가 아닙니다.</translation>
    </message>
    <message>
        <source>The connection to %1 was closed.</source>
        <translation>%1: 연결을 닫았습니다.</translation>
    </message>
    <message>
        <source>%1 did not agree on keys within %2 seconds.</source>
        <translation>%1: %2초 안에 키 교환(KEX)이 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 did not answer the login within %2 seconds.</source>
        <translation>%1: %2초 안에 로그인 응답이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is not a valid host name.</source>
        <translation>%1: 올바른 호스트 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>%1 is not a valid user name.</source>
        <translation>%1: 올바른 사용자 이름이 아닙니다.</translation>
    </message>
    <message>
        <source>None of the algorithms %1 is supported.</source>
        <translation>지원하는 알고리즘이 하나도 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 showed no usable host key.</source>
        <translation>%1: 서버가 쓸 수 있는 호스트 키를 제시하지 않았습니다.</translation>
    </message>
    <message>
        <source>The host key of %1 is marked as revoked in %2. The connection was not made.</source>
        <translation>%1: 호스트 키가 폐기된 것으로 표시되어 있어 연결하지 않았습니다(%2).</translation>
    </message>
    <message>
        <source>The host key of %1 has changed. Somebody may be listening in, or the server was set up anew. The connection was not made. Expected: %2 (%3). Shown: %4.</source>
        <translation>%1: 호스트 키가 바뀌었습니다. 누군가 통신을 엿보고 있거나 서버를 새로 설치했을 수 있습니다. 연결하지 않았습니다. 알려진 키: %2 (%3). 제시된 키: %4.</translation>
    </message>
    <message>
        <source>If the change is expected, remove that line and connect again.</source>
        <translation>키가 바뀐 이유를 알고 있다면 그 줄을 지우고 다시 연결하십시오.</translation>
    </message>
    <message>
        <source>The host key of %1 is not known: %2 %3.</source>
        <translation>%1: 처음 보는 호스트 키입니다: %2 %3.</translation>
    </message>
    <message>
        <source>The host key of %1 was not accepted.</source>
        <translation>%1: 호스트 키를 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 has not answered for %2 seconds. The connection is lost.</source>
        <translation>%1: %2초 동안 응답이 없어 연결이 끊어진 것으로 봅니다.</translation>
    </message>
    <message>
        <source>No terminal was given.</source>
        <translation>터미널을 할당받지 못했습니다.</translation>
    </message>
    <message>
        <source>No shell was started.</source>
        <translation>셸이 시작되지 않았습니다.</translation>
    </message>
    <message>
        <source>The command was not started.</source>
        <translation>명령이 시작되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 refused to open the session.</source>
        <translation>%1: 서버가 세션 열기를 거부했습니다.</translation>
    </message>
    <message>
        <source>The list of known host keys %1 cannot be read.</source>
        <translation>알려진 호스트 키 목록을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The list of known host keys %1 is too large to be true.</source>
        <translation>알려진 호스트 키 목록이 지나치게 큽니다: %1</translation>
    </message>
    <message>
        <source>the key exchange</source>
        <translation>키 교환</translation>
    </message>
    <message>
        <source>the host key</source>
        <translation>호스트 키</translation>
    </message>
    <message>
        <source>encryption</source>
        <translation>암호화</translation>
    </message>
    <message>
        <source>message authentication</source>
        <translation>메시지 인증</translation>
    </message>
    <message>
        <source>%1 and this program have no algorithm in common for %2. The server offers %3.</source>
        <translation>%1: 이 프로그램과 서버에 공통된 알고리즘이 없습니다(%2). 서버가 제안한 알고리즘: %3.</translation>
    </message>
    <message>
        <source>This program&apos;s own algorithms are not known.</source>
        <translation>이 프로그램이 쓰는 알고리즘을 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The server speaks version 1 of the protocol (%1).</source>
        <translation>서버가 프로토콜 버전 1을 사용합니다(%1).</translation>
    </message>
    <message>
        <source>Version 1 can be read and altered on the way. Turn it off at the server.</source>
        <translation>버전 1은 전송 중에 읽히고 변조될 수 있습니다. 서버에서 끄십시오.</translation>
    </message>
    <message>
        <source>A connection of this program would use %1.</source>
        <translation>이 프로그램이 연결할 때 사용할 알고리즘: %1.</translation>
    </message>
    <message>
        <source>This program cannot connect: nothing in common for %1.</source>
        <translation>이 프로그램은 연결할 수 없습니다. 함께 쓸 수 있는 알고리즘이 없는 항목: %1.</translation>
    </message>
    <message>
        <source>Update the server, or allow old algorithms for this host only.</source>
        <translation>서버를 업데이트하거나, 이 호스트에만 오래된 알고리즘을 허용하십시오.</translation>
    </message>
    <message>
        <source>The server is guarded against the Terrapin attack.</source>
        <translation>서버가 Terrapin 공격을 막습니다.</translation>
    </message>
    <message>
        <source>The server offers nothing that the Terrapin attack works on.</source>
        <translation>서버가 Terrapin 공격이 통하는 것을 제시하지 않습니다.</translation>
    </message>
    <message>
        <source>A connection of this program could be shortened on the way (Terrapin), with %1.</source>
        <translation>이 프로그램의 연결은 전송 중에 메시지가 잘려 나갈 수 있습니다(Terrapin): %1.</translation>
    </message>
    <message>
        <source>Update the server so that it offers the strict key exchange, or turn off chacha20-poly1305 and CBC with encrypt-then-MAC.</source>
        <translation>서버를 업데이트하여 strict 키 교환(KEX)을 제시하게 하거나, chacha20-poly1305와 encrypt-then-MAC을 쓰는 CBC를 끄십시오.</translation>
    </message>
    <message>
        <source>The server is open to the Terrapin attack for other programs; this one would use %1, which is not affected.</source>
        <translation>다른 프로그램은 이 서버에서 Terrapin 공격을 받을 수 있습니다. 이 프로그램이 사용할 알고리즘은 영향을 받지 않습니다: %1.</translation>
    </message>
    <message>
        <source>Update the server so that it offers the strict key exchange.</source>
        <translation>서버를 업데이트하여 strict 키 교환(KEX)을 제시하게 하십시오.</translation>
    </message>
    <message>
        <source>No key exchange of the server withstands a quantum computer.</source>
        <translation>서버의 키 교환(KEX) 가운데 양자 컴퓨터에 견디는 것이 없습니다.</translation>
    </message>
    <message>
        <source>What is recorded today could be read one day. OpenSSH 9.0 and later offer sntrup761x25519-sha512, 9.9 and later mlkem768x25519-sha256.</source>
        <translation>오늘 기록된 통신이 언젠가 해독될 수 있습니다. OpenSSH 9.0부터 sntrup761x25519-sha512를, 9.9부터 mlkem768x25519-sha256을 제시합니다.</translation>
    </message>
    <message>
        <source>The server offers a key exchange that withstands a quantum computer (%1); this program does not have it yet.</source>
        <translation>서버가 양자 컴퓨터에 견디는 키 교환(KEX)을 제시하지만(%1) 이 프로그램은 아직 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>The key exchange withstands a quantum computer (%1).</source>
        <translation>키 교환(KEX)이 양자 컴퓨터에 견딥니다(%1).</translation>
    </message>
    <message>
        <source>The RSA host key has only %1 bits.</source>
        <translation>RSA 호스트 키가 %1비트뿐입니다.</translation>
    </message>
    <message>
        <source>Make a new one of 3072 bits: ssh-keygen -t rsa -b 3072, or use Ed25519.</source>
        <translation>3072비트 키를 새로 만들거나(ssh-keygen -t rsa -b 3072) Ed25519를 사용하십시오.</translation>
    </message>
    <message>
        <source>The RSA host key has %1 bits.</source>
        <translation>RSA 호스트 키의 길이: %1비트.</translation>
    </message>
    <message>
        <source>3072 bits or Ed25519 are preferred for keys that are to last.</source>
        <translation>오래 쓸 키라면 3072비트 이상이나 Ed25519를 권장합니다.</translation>
    </message>
    <message>
        <source>Group exchange gives groups of only %1 bits.</source>
        <translation>그룹 교환이 주는 그룹이 %1비트뿐입니다.</translation>
    </message>
    <message>
        <source>Remove the lines of fewer than 2048 bits from the server&apos;s moduli file.</source>
        <translation>서버의 moduli 파일에서 2048비트 미만인 줄을 제거하십시오.</translation>
    </message>
    <message>
        <source>Group exchange gives groups of at least %1 bits.</source>
        <translation>그룹 교환이 주는 그룹은 최소 %1비트입니다.</translation>
    </message>
    <message>
        <source>Broken key exchange, with numbers of 1024 bits: %1.</source>
        <translation>1024비트 수를 쓰는 깨진 키 교환(KEX): %1.</translation>
    </message>
    <message>
        <source>Remove it from KexAlgorithms. Well-equipped attackers can compute it.</source>
        <translation>KexAlgorithms에서 제거하십시오. 충분한 장비를 갖춘 공격자라면 계산할 수 있습니다.</translation>
    </message>
    <message>
        <source>Key exchange with SHA-1: %1.</source>
        <translation>SHA-1 키 교환(KEX): %1.</translation>
    </message>
    <message>
        <source>Remove it from KexAlgorithms; SHA-1 no longer withstands collisions.</source>
        <translation>KexAlgorithms에서 제거하십시오. SHA-1은 더 이상 충돌에 안전하지 않습니다.</translation>
    </message>
    <message>
        <source>Key exchange from an experiment that was replaced: %1.</source>
        <translation>대체된 실험용 키 교환(KEX): %1.</translation>
    </message>
    <message>
        <source>Update the server.</source>
        <translation>서버를 업데이트하십시오.</translation>
    </message>
    <message>
        <source>DSA host key: %1.</source>
        <translation>DSA 호스트 키: %1.</translation>
    </message>
    <message>
        <source>DSA has 1024 bits only. Remove the key and use Ed25519.</source>
        <translation>DSA는 1024비트뿐입니다. 키를 없애고 Ed25519를 사용하십시오.</translation>
    </message>
    <message>
        <source>Host key signatures with SHA-1: %1.</source>
        <translation>SHA-1 호스트 키 서명: %1.</translation>
    </message>
    <message>
        <source>The key itself can stay: rsa-sha2-512 and rsa-sha2-256 use it too. Remove ssh-rsa from HostKeyAlgorithms.</source>
        <translation>키는 그대로 두어도 됩니다. rsa-sha2-512와 rsa-sha2-256도 같은 키를 씁니다. HostKeyAlgorithms에서 ssh-rsa만 제거하십시오.</translation>
    </message>
    <message>
        <source>The server offers connections without encryption: %1.</source>
        <translation>서버가 암호화 없는 연결을 제시합니다: %1.</translation>
    </message>
    <message>
        <source>Remove it from Ciphers.</source>
        <translation>Ciphers에서 제거하십시오.</translation>
    </message>
    <message>
        <source>Broken cipher RC4: %1.</source>
        <translation>깨진 암호 RC4: %1.</translation>
    </message>
    <message>
        <source>Broken cipher DES: %1.</source>
        <translation>깨진 암호 DES: %1.</translation>
    </message>
    <message>
        <source>Ciphers with blocks of 64 bits, which leak in long sessions: %1.</source>
        <translation>긴 세션에서 정보가 새는 64비트 블록 암호: %1.</translation>
    </message>
    <message>
        <source>Remove them from Ciphers.</source>
        <translation>Ciphers에서 모두 제거하십시오.</translation>
    </message>
    <message>
        <source>Ciphers in CBC mode, whose text can be recovered in part: %1.</source>
        <translation>내용 일부가 복원될 수 있는 CBC 모드 암호: %1.</translation>
    </message>
    <message>
        <source>Remove them from Ciphers; use GCM or CTR.</source>
        <translation>Ciphers에서 모두 제거하고 GCM이나 CTR을 사용하십시오.</translation>
    </message>
    <message>
        <source>The server offers connections without integrity: %1.</source>
        <translation>서버가 무결성 검사 없는 연결을 제시합니다: %1.</translation>
    </message>
    <message>
        <source>Remove it from MACs.</source>
        <translation>MACs에서 제거하십시오.</translation>
    </message>
    <message>
        <source>Message authentication with outdated hashes: %1.</source>
        <translation>오래된 해시를 쓰는 메시지 인증(MAC): %1.</translation>
    </message>
    <message>
        <source>Remove them from MACs.</source>
        <translation>MACs에서 모두 제거하십시오.</translation>
    </message>
    <message>
        <source>Message authentication with short tags: %1.</source>
        <translation>태그가 짧은 메시지 인증(MAC): %1.</translation>
    </message>
    <message>
        <source>Tags of 128 bits or more are preferred.</source>
        <translation>128비트 이상의 태그를 권장합니다.</translation>
    </message>
    <message>
        <source>Message authentication with SHA-1: %1.</source>
        <translation>SHA-1 메시지 인증(MAC): %1.</translation>
    </message>
    <message>
        <source>Not broken in this use, but hmac-sha2-256-etm@openssh.com is preferred.</source>
        <translation>이 용도에서는 깨지지 않았지만 hmac-sha2-256-etm@openssh.com을 권장합니다.</translation>
    </message>
    <message>
        <source>Compression before the login: %1.</source>
        <translation>로그인 전 압축: %1.</translation>
    </message>
    <message>
        <source>It opens the decompressor to everybody. Use zlib@openssh.com only.</source>
        <translation>누구나 압축 해제기에 접근할 수 있게 됩니다. zlib@openssh.com만 사용하십시오.</translation>
    </message>
    <message>
        <source>At byte %1 of the message.</source>
        <translation>메시지의 %1번째 바이트.</translation>
    </message>
    <message>
        <source>A list of algorithms is longer than its message.</source>
        <translation>알고리즘 목록이 메시지보다 깁니다.</translation>
    </message>
    <message>
        <source>A list of algorithms has too many names.</source>
        <translation>알고리즘 목록에 이름이 너무 많습니다.</translation>
    </message>
    <message>
        <source>The name of an algorithm is malformed.</source>
        <translation>알고리즘 이름이 잘못되어 있습니다.</translation>
    </message>
    <message>
        <source>The first message is not a key exchange offer.</source>
        <translation>첫 메시지가 키 교환(KEX) 제시가 아닙니다.</translation>
    </message>
    <message>
        <source>The key exchange offer ends early.</source>
        <translation>키 교환(KEX) 제시가 중간에 끝났습니다.</translation>
    </message>
    <message>
        <source>A packet claims an impossible length of %1 bytes.</source>
        <translation>패킷이 있을 수 없는 길이를 알려 왔습니다: %1바이트.</translation>
    </message>
    <message>
        <source>The padding of a packet is malformed.</source>
        <translation>패킷의 패딩이 잘못되어 있습니다.</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no.</source>
        <translation>“%1”: yes 또는 no여야 합니다.</translation>
    </message>
    <message>
        <source>“%1” is not a number from %2 to %3.</source>
        <translation>“%1”: %2에서 %3 사이의 숫자여야 합니다.</translation>
    </message>
    <message>
        <source>“%1” is not a list of algorithms.</source>
        <translation>“%1”: 알고리즘 목록이 아닙니다.</translation>
    </message>
    <message>
        <source>Reconnecting is one of yes, ask and no, not “%1”.</source>
        <translation>“%1”: 다시 연결(reconnect)의 값은 yes, ask, no 가운데 하나여야 합니다.</translation>
    </message>
    <message>
        <source>The address of a jump host cannot hold a password. You are asked for it when it is needed.</source>
        <translation>점프 호스트의 주소에는 비밀번호를 넣을 수 없습니다. 필요할 때 묻습니다.</translation>
    </message>
    <message>
        <source>A jump host has no jump of its own. Write the hops one after the other, from the one that is reached first.</source>
        <translation>점프 호스트 주소 안에 다시 점프 호스트를 둘 수 없습니다. 먼저 거치는 호스트부터 차례로 적으십시오.</translation>
    </message>
    <message>
        <source>“%1” is not an ssh:// address.</source>
        <translation>“%1”: ssh:// 주소가 아닙니다.</translation>
    </message>
    <message>
        <source>An SSH address has no path behind the host.</source>
        <translation>SSH 주소에는 호스트 뒤에 경로가 없습니다.</translation>
    </message>
    <message>
        <source>An SSH address has no option “%1”.</source>
        <translation>SSH 주소에는 “%1” 옵션이 없습니다.</translation>
    </message>
    <message>
        <source>The option “%1” of the address has no value.</source>
        <translation>주소의 옵션 “%1”에 값이 없습니다.</translation>
    </message>
    <message>
        <source>More than %1 jump hosts are not supported.</source>
        <translation>점프 호스트는 %1개까지만 지원합니다.</translation>
    </message>
    <message>
        <source>%1 is on the way to %2 twice. A chain of jump hosts cannot turn in a circle.</source>
        <translation>점프 호스트는 같은 곳을 다시 거칠 수 없습니다. 두 번 거치는 호스트: %1, 목적지: %2</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>이름 조회</translation>
    </message>
    <message>
        <source>TCP connection</source>
        <translation>TCP 연결</translation>
    </message>
    <message>
        <source>Server greeting</source>
        <translation>서버 인사말</translation>
    </message>
    <message>
        <source>Key exchange</source>
        <translation>키 교환</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>호스트 키</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Nothing may follow “all” in a Match line.</source>
        <translation>Match 줄에서 “all” 뒤에는 아무것도 올 수 없습니다.</translation>
    </message>
    <message>
        <source>“%1” in a Match line says nothing.</source>
        <translation>Match 줄의 “%1” 뒤에 값이 없습니다.</translation>
    </message>
    <message>
        <source>“Match exec” is not evaluated: Portolan runs no command to read a configuration.</source>
        <translation>“Match exec”는 평가하지 않습니다. Portolan은 설정을 읽으려고 명령을 실행하지 않습니다.</translation>
    </message>
    <message>
        <source>“%1” in a Match line is not evaluated.</source>
        <translation>Match 줄의 “%1” 조건은 평가하지 않습니다.</translation>
    </message>
    <message>
        <source>“%1” has a value that cannot be: %2</source>
        <translation>“%1”의 값이 올바르지 않습니다: %2</translation>
    </message>
    <message>
        <source>There is no keyword “%1”; ssh stops here.</source>
        <translation>알 수 없는 키워드입니다: “%1”. ssh는 이 지점에서 중단합니다.</translation>
    </message>
    <message>
        <source>“%1” has a token that is not known here.</source>
        <translation>“%1”에 알 수 없는 토큰이 있습니다.</translation>
    </message>
    <message>
        <source>“%1” names an environment variable that is not set.</source>
        <translation>“%1”에 설정되지 않은 환경 변수가 있습니다.</translation>
    </message>
    <message>
        <source>More than %1 files are included; this one is left out.</source>
        <translation>포함된 파일이 %1개를 넘어 이 파일은 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>파일을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Other people can write to the file, so it does not count; ssh stops here. “chmod 600” on it mends that.</source>
        <translation>다른 사용자가 쓸 수 있는 파일이므로 적용하지 않았습니다. ssh는 이 지점에서 중단합니다. 이 파일에 “chmod 600”을 실행하면 해결됩니다.</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB and is left out.</source>
        <translation>파일이 1 MiB보다 커서 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>“%1” says nothing.</source>
        <translation>“%1” 뒤에 값이 없습니다.</translation>
    </message>
    <message>
        <source>A quotation mark is missing.</source>
        <translation>따옴표가 닫히지 않았습니다.</translation>
    </message>
    <message>
        <source>Files include each other too deeply.</source>
        <translation>파일이 서로를 너무 깊게 포함하고 있습니다.</translation>
    </message>
    <message>
        <source>%1 takes no connections from this computer at the moment: %2</source>
        <translation>%1에서 지금은 이 컴퓨터의 연결을 받지 않습니다: %2</translation>
    </message>
    <message>
        <source>%1 does not allow connections through it to %2. Who runs it can allow them (AllowTcpForwarding and PermitOpen in sshd_config; no restrict or no-port-forwarding before the key in authorized_keys).</source>
        <translation>%1: %2에 이르는 경유를 허용하지 않습니다. 관리자가 허용할 수 있습니다(sshd_config의 AllowTcpForwarding과 PermitOpen, authorized_keys의 키 앞에 restrict나 no-port-forwarding이 없어야 함).</translation>
    </message>
    <message>
        <source>%1 could not reach %2: %3</source>
        <translation>%1에서 %2에 연결할 수 없습니다. %3</translation>
    </message>
    <message>
        <source>%1 refused to open the connection to %2.</source>
        <translation>%1: %2에 이르는 연결을 거부했습니다.</translation>
    </message>
    <message>
        <source>through %1</source>
        <translation>%1 경유</translation>
    </message>
    <message>
        <source>%1 did not reach %2 within %3 seconds.</source>
        <translation>%1에서 %2까지 %3초 안에 연결되지 않았습니다.</translation>
    </message>
    <message>
        <source>There are too many open files and connections.</source>
        <translation>열린 파일과 연결이 너무 많습니다.</translation>
    </message>
    <message>
        <source>SSH carries only streams (TCP). Datagrams (UDP) cannot go through %1.</source>
        <translation>SSH는 스트림(TCP)만 나릅니다. 데이터그램(UDP)은 경유할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Everything was checked and works: %1, logged in by %2.</source>
        <translation>모두 확인했고 문제가 없습니다: %1, 로그인 방법 %2.</translation>
    </message>
    <message>
        <source>The connection failed: %1</source>
        <translation>연결하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The transcript shows the last thing that happened.</source>
        <translation>기록에서 마지막에 일어난 일을 확인하십시오.</translation>
    </message>
    <message>
        <source>The options of this connection cannot be used: %1</source>
        <translation>이 연결의 옵션을 쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Correct the address or the profile.</source>
        <translation>주소나 프로필을 고치십시오.</translation>
    </message>
    <message>
        <source>The name %1 is not known.</source>
        <translation>%1: 알 수 없는 이름입니다.</translation>
    </message>
    <message>
        <source>Check the spelling. A name of an internal network needs its DNS server, often over a VPN. &quot;getent hosts %1&quot; shows what this computer finds.</source>
        <translation>철자를 확인하십시오. 내부망의 이름은 그 망의 DNS 서버가 있어야 하며 VPN이 필요한 경우가 많습니다. &quot;getent hosts %1&quot; 명령으로 이 컴퓨터가 찾는 주소를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The name %1 was not found in time: no DNS server answered.</source>
        <translation>%1: 제한 시간 안에 이름을 찾지 못했습니다. 응답한 DNS 서버가 없습니다.</translation>
    </message>
    <message>
        <source>Check the network and the DNS servers of this computer, or use the address itself.</source>
        <translation>이 컴퓨터의 네트워크와 DNS 서버를 확인하거나 IP 주소를 직접 쓰십시오.</translation>
    </message>
    <message>
        <source>Looking up %1 took %2.</source>
        <translation>%1: 이름 조회에 %2 걸렸습니다.</translation>
    </message>
    <message>
        <source>One of the DNS servers does not answer, and the next one was asked only after a pause. Remove it, or put it last.</source>
        <translation>응답하지 않는 DNS 서버가 있어 한참 뒤에야 다음 서버에 물었습니다. 그 서버를 빼거나 맨 뒤로 옮기십시오.</translation>
    </message>
    <message>
        <source>%1 has the address %2.</source>
        <translation>%1: 주소 %2</translation>
    </message>
    <message>
        <source>%1 refuses connections on port %2: nothing listens there.</source>
        <translation>%1: 포트 %2에서 연결을 거부합니다. 이 포트에서 대기 중인 프로그램이 없습니다.</translation>
    </message>
    <message>
        <source>Check the port. At the server, &quot;ss -ltnp&quot; shows where sshd listens and &quot;systemctl status ssh&quot; whether it runs. A firewall that rejects looks the same.</source>
        <translation>포트 번호를 확인하십시오. 서버에서 &quot;ss -ltnp&quot; 명령으로 sshd가 대기하는 포트를, &quot;systemctl status ssh&quot; 명령으로 실행 여부를 볼 수 있습니다. 방화벽이 연결을 거부할 때도 똑같이 보입니다.</translation>
    </message>
    <message>
        <source>%1 does not answer on port %2.</source>
        <translation>%1: 포트 %2에서 응답이 없습니다.</translation>
    </message>
    <message>
        <source>The machine is off, the address is wrong, or a firewall drops the packets without a word. Try another port or another network; at the server, look at the rules of its firewall.</source>
        <translation>장비가 꺼져 있거나, 주소가 틀렸거나, 방화벽이 패킷을 말없이 버리고 있습니다. 다른 포트나 다른 네트워크에서 시도하고 서버의 방화벽 규칙을 확인하십시오.</translation>
    </message>
    <message>
        <source>There is no way to %1 from here.</source>
        <translation>%1: 여기에서 갈 수 있는 경로가 없습니다.</translation>
    </message>
    <message>
        <source>A route is missing: check the VPN, the default gateway and the network of the address.</source>
        <translation>경로가 빠져 있습니다. VPN, 기본 게이트웨이, 주소가 속한 네트워크를 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 cannot be reached on port %2.</source>
        <translation>%1: 포트 %2에 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>The evidence has the words of the system.</source>
        <translation>근거에 운영 체제의 설명이 있습니다.</translation>
    </message>
    <message>
        <source>%2 of %3 addresses of %1 do not answer; another one does.</source>
        <translation>%1: 주소 %3개 가운데 %2개가 응답하지 않고 다른 주소가 응답합니다.</translation>
    </message>
    <message>
        <source>Each connection may wait for the dead address first. Often IPv6 is announced in DNS but does not work: repair it, or remove the address.</source>
        <translation>연결할 때마다 응답 없는 주소를 먼저 기다릴 수 있습니다. DNS에는 IPv6 주소가 있는데 실제로는 통하지 않는 경우가 많습니다. 고치거나 그 주소를 빼십시오.</translation>
    </message>
    <message>
        <source>The TCP connection to %1 took %2.</source>
        <translation>%1: TCP 연결에 %2 걸렸습니다.</translation>
    </message>
    <message>
        <source>Packets are lost on the way, or the way is very long. Look at the loss with a ping.</source>
        <translation>중간에 패킷이 유실되거나 거리가 매우 멉니다. ping으로 손실률을 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 answers on port %2.</source>
        <translation>%1: 포트 %2에서 응답합니다.</translation>
    </message>
    <message>
        <source>%1 took the connection on port %2 but said nothing within %3.</source>
        <translation>%1: 포트 %2에서 연결은 받았지만 %3 동안 아무 말이 없습니다.</translation>
    </message>
    <message>
        <source>An SSH server speaks first. Another service listens there, the server hangs, or it looks up the name of this computer before it speaks (hosts.allow, hosts.deny).</source>
        <translation>SSH 서버는 먼저 인사말을 보냅니다. 다른 서비스가 그 포트를 쓰거나, 서버가 멈췄거나, 인사말을 보내기 전에 이 컴퓨터의 이름을 조회하고 있습니다(hosts.allow, hosts.deny).</translation>
    </message>
    <message>
        <source>Check the port; the evidence shows what came instead.</source>
        <translation>포트 번호를 확인하십시오. 근거에 대신 온 내용이 있습니다.</translation>
    </message>
    <message>
        <source>What answers at %1 on port %2 is not SSH but %3.</source>
        <translation>%1: 포트 %2에서 응답하는 것은 SSH가 아니라 다른 서비스입니다(%3).</translation>
    </message>
    <message>
        <source>Check the port: SSH usually listens on 22.</source>
        <translation>포트 번호를 확인하십시오. SSH는 보통 22번 포트를 씁니다.</translation>
    </message>
    <message>
        <source>%1 speaks only version 1 of SSH, which is unsafe and not supported.</source>
        <translation>%1: 안전하지 않아 지원하지 않는 SSH 버전 1만 씁니다.</translation>
    </message>
    <message>
        <source>Update the server, or turn on version 2 there (&quot;ip ssh version 2&quot; on Cisco gear).</source>
        <translation>서버를 업데이트하거나 버전 2를 켜십시오(Cisco 장비는 &quot;ip ssh version 2&quot;).</translation>
    </message>
    <message>
        <source>%1 has too many logins under way and turns new ones away (MaxStartups).</source>
        <translation>%1: 진행 중인 로그인이 너무 많아 새 연결을 거절합니다(MaxStartups).</translation>
    </message>
    <message>
        <source>Try again in a minute. If it stays so, somebody is guessing passwords or connections hang: look at its log, and raise MaxStartups only if the load is real.</source>
        <translation>잠시 뒤 다시 시도하십시오. 계속 그러면 누군가 비밀번호를 추측하고 있거나 연결이 멈춰 있는 것이니 서버 로그를 확인하십시오. 실제 부하일 때만 MaxStartups 값을 높이십시오.</translation>
    </message>
    <message>
        <source>%1 keeps this computer out for a while, because earlier connections from its address did not log in.</source>
        <translation>%1: 이 컴퓨터의 주소에서 온 이전 연결들이 로그인하지 않아 당분간 접속을 막고 있습니다.</translation>
    </message>
    <message>
        <source>Wait; each further try may make it longer. The server counts failed logins and audits alike (OpenSSH 9.8 and later: PerSourcePenalties); PerSourcePenaltyExemptList there names addresses that are spared.</source>
        <translation>기다리십시오. 다시 시도할 때마다 더 길어질 수 있습니다. 서버는 실패한 로그인과 점검을 똑같이 셉니다(OpenSSH 9.8 이상의 PerSourcePenalties). 예외로 둘 주소는 서버의 PerSourcePenaltyExemptList에 적습니다.</translation>
    </message>
    <message>
        <source>%1 closed the connection without a word.</source>
        <translation>%1: 아무 말 없이 연결을 닫았습니다.</translation>
    </message>
    <message>
        <source>It refuses this address (hosts.deny, fail2ban, a proxy without a server behind it), is full, or cannot start a session: its log tells (&quot;journalctl -u ssh -n 50&quot;).</source>
        <translation>이 주소를 거부하거나(hosts.deny, fail2ban, 뒤에 서버가 없는 프록시), 자리가 없거나, 세션을 시작하지 못하는 상태입니다. 서버 로그를 확인하십시오(&quot;journalctl -u ssh -n 50&quot;).</translation>
    </message>
    <message>
        <source>%1 sends text before it says what it is (lines: %2).</source>
        <translation>%1: 서버 인사말에 앞서 다른 글을 보냅니다(줄 수: %2).</translation>
    </message>
    <message>
        <source>Allowed, but some programs stumble over it.</source>
        <translation>허용되는 일이지만 제대로 처리하지 못하는 프로그램도 있습니다.</translation>
    </message>
    <message>
        <source>%1 took %2 to greet after the connection stood.</source>
        <translation>%1: 연결된 뒤 인사말이 올 때까지 %2 걸렸습니다.</translation>
    </message>
    <message>
        <source>The server is overloaded, is started for each connection, or looks up the name of this computer first (hosts.allow, hosts.deny with names).</source>
        <translation>서버가 과부하이거나, 연결마다 새로 시작되거나, 이 컴퓨터의 이름을 먼저 조회합니다(이름이 적힌 hosts.allow, hosts.deny).</translation>
    </message>
    <message>
        <source>The server is %1.</source>
        <translation>서버: %1</translation>
    </message>
    <message>
        <source>%1 and this program have no key exchange in common.</source>
        <translation>%1: 이 프로그램과 공통된 키 교환 방식이 없습니다.</translation>
    </message>
    <message>
        <source>The server offers %2; this program has %3. Add one of these to KexAlgorithms at the server, or update it.</source>
        <translation>서버가 제공하는 것은 %2, 이 프로그램에 있는 것은 %3입니다. 서버의 KexAlgorithms 설정에 이 가운데 하나를 더하거나 서버를 업데이트하십시오.</translation>
    </message>
    <message>
        <source>%1 and this program have no key exchange in common that is safe.</source>
        <translation>%1: 이 프로그램과 공통된 안전한 키 교환 방식이 없습니다.</translation>
    </message>
    <message>
        <source>The server offers only old ones: %2. Update it or its KexAlgorithms; until then, the option legacy=yes allows them for this host alone.</source>
        <translation>서버가 제공하는 것은 오래된 것뿐입니다: %2. 서버나 그 KexAlgorithms 설정을 업데이트하십시오. 그때까지는 옵션 legacy=yes로 이 호스트에만 허용할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 and this program have no kind of host key in common.</source>
        <translation>%1: 이 프로그램과 공통된 호스트 키 방식이 없습니다.</translation>
    </message>
    <message>
        <source>The server offers %2; this program has %3. Add one of these to HostKeyAlgorithms at the server, or update it.</source>
        <translation>서버가 제공하는 것은 %2, 이 프로그램에 있는 것은 %3입니다. 서버의 HostKeyAlgorithms 설정에 이 가운데 하나를 더하거나 서버를 업데이트하십시오.</translation>
    </message>
    <message>
        <source>%1 and this program have no kind of host key in common that is safe.</source>
        <translation>%1: 이 프로그램과 공통된 안전한 호스트 키 방식이 없습니다.</translation>
    </message>
    <message>
        <source>The server offers only old ones: %2. Update it or its HostKeyAlgorithms; until then, the option legacy=yes allows them for this host alone.</source>
        <translation>서버가 제공하는 것은 오래된 것뿐입니다: %2. 서버나 그 HostKeyAlgorithms 설정을 업데이트하십시오. 그때까지는 옵션 legacy=yes로 이 호스트에만 허용할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 and this program have no cipher in common.</source>
        <translation>%1: 이 프로그램과 공통된 암호 방식이 없습니다.</translation>
    </message>
    <message>
        <source>The server offers %2; this program has %3. Add one of these to Ciphers at the server, or update it.</source>
        <translation>서버가 제공하는 것은 %2, 이 프로그램에 있는 것은 %3입니다. 서버의 Ciphers 설정에 이 가운데 하나를 더하거나 서버를 업데이트하십시오.</translation>
    </message>
    <message>
        <source>%1 and this program have no cipher in common that is safe.</source>
        <translation>%1: 이 프로그램과 공통된 안전한 암호 방식이 없습니다.</translation>
    </message>
    <message>
        <source>The server offers only old ones: %2. Update it or its Ciphers; until then, the option legacy=yes allows them for this host alone.</source>
        <translation>서버가 제공하는 것은 오래된 것뿐입니다: %2. 서버나 그 Ciphers 설정을 업데이트하십시오. 그때까지는 옵션 legacy=yes로 이 호스트에만 허용할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 and this program have no message authentication in common.</source>
        <translation>%1: 이 프로그램과 공통된 메시지 인증 방식이 없습니다.</translation>
    </message>
    <message>
        <source>The server offers %2; this program has %3. Add one of these to MACs at the server, or update it.</source>
        <translation>서버가 제공하는 것은 %2, 이 프로그램에 있는 것은 %3입니다. 서버의 MACs 설정에 이 가운데 하나를 더하거나 서버를 업데이트하십시오.</translation>
    </message>
    <message>
        <source>%1 and this program have no message authentication in common that is safe.</source>
        <translation>%1: 이 프로그램과 공통된 안전한 메시지 인증 방식이 없습니다.</translation>
    </message>
    <message>
        <source>The server offers only old ones: %2. Update it or its MACs; until then, the option legacy=yes allows them for this host alone.</source>
        <translation>서버가 제공하는 것은 오래된 것뿐입니다: %2. 서버나 그 MACs 설정을 업데이트하십시오. 그때까지는 옵션 legacy=yes로 이 호스트에만 허용할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 and this program have no compression in common, not even none.</source>
        <translation>%1: 이 프로그램과 공통된 압축 방식이 없습니다. &quot;없음&quot;조차 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The server offers %2; this program has %3.</source>
        <translation>서버가 제공하는 것은 %2, 이 프로그램에 있는 것은 %3입니다.</translation>
    </message>
    <message>
        <source>%1 and this program could not agree on algorithms.</source>
        <translation>%1: 이 프로그램과 알고리즘을 합의하지 못했습니다.</translation>
    </message>
    <message>
        <source>&quot;portolanctl ssh audit&quot; lists what the server offers.</source>
        <translation>&quot;portolanctl ssh audit&quot; 명령으로 서버가 제공하는 목록을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 did not finish the key exchange in time.</source>
        <translation>%1: 제한 시간 안에 키 교환을 끝내지 못했습니다.</translation>
    </message>
    <message>
        <source>Small packets arrive and large ones do not: typical of a VPN or a tunnel whose MTU is too large on this side. Try &quot;ping -M do -s 1400 %1&quot; and lower the MTU. Else the server hangs.</source>
        <translation>작은 패킷은 오가는데 큰 패킷이 오가지 못하는 상태로, 이쪽 MTU가 너무 큰 VPN이나 터널에서 흔합니다. &quot;ping -M do -s 1400 %1&quot; 명령으로 확인하고 MTU를 낮추십시오. 아니면 서버가 멈춘 것입니다.</translation>
    </message>
    <message>
        <source>%1 ended the connection during the key exchange.</source>
        <translation>%1: 키 교환 중에 연결을 끊었습니다.</translation>
    </message>
    <message>
        <source>A middle box that inspects traffic, a crash of the server process, or a missing host key there: its log tells (&quot;journalctl -u ssh -n 50&quot;).</source>
        <translation>중간에서 통신을 검사하는 장비가 있거나, 서버 프로세스가 죽었거나, 서버에 호스트 키가 없는 경우입니다. 서버 로그를 확인하십시오(&quot;journalctl -u ssh -n 50&quot;).</translation>
    </message>
    <message>
        <source>%1 does not keep to the SSH protocol in the key exchange.</source>
        <translation>%1: 키 교환에서 SSH 프로토콜을 지키지 않습니다.</translation>
    </message>
    <message>
        <source>Something on the way changes the bytes, or the server is faulty.</source>
        <translation>중간에서 무엇인가 데이터를 바꾸고 있거나 서버에 결함이 있습니다.</translation>
    </message>
    <message>
        <source>The key exchange with %1 took %2.</source>
        <translation>%1: 키 교환에 %2 걸렸습니다.</translation>
    </message>
    <message>
        <source>A small processor, or very large numbers (diffie-hellman-group18, group exchange of 8192 bits). curve25519-sha256 is fastest.</source>
        <translation>서버의 프로세서가 느리거나 아주 큰 수를 씁니다(diffie-hellman-group18, 8192비트 그룹 교환). curve25519-sha256이 가장 빠릅니다.</translation>
    </message>
    <message>
        <source>Agreed on %1.</source>
        <translation>합의한 알고리즘: %1</translation>
    </message>
    <message>
        <source>The host key is known: %1.</source>
        <translation>알고 있는 호스트 키입니다: %1.</translation>
    </message>
    <message>
        <source>The host key of %2 is not the one that is known from %1.</source>
        <translation>%2: 호스트 키가 %1에 기록된 것과 다릅니다.</translation>
    </message>
    <message>
        <source>Known: %3. Shown: %4. Either the server was set up anew, or somebody stands in between: ask its keeper for the fingerprint, over another way. Only if it is right: ssh-keygen -R &quot;%5&quot; -f &quot;%6&quot;</source>
        <translation>기록된 키: %3. 받은 키: %4. 서버를 새로 설치했거나 누군가 중간에 끼어 있습니다. 서버 관리자에게 다른 경로로 지문을 물어보십시오. 맞을 때만 다음을 실행하십시오: ssh-keygen -R &quot;%5&quot; -f &quot;%6&quot;</translation>
    </message>
    <message>
        <source>The host key of %2 is marked as revoked in %1.</source>
        <translation>%2: 호스트 키가 %1에 폐기된 것으로 표시되어 있습니다.</translation>
    </message>
    <message>
        <source>Somebody declared this key as stolen or out of use. The server needs a new one; do not log in until its keeper has explained it.</source>
        <translation>누군가 이 키를 도난되었거나 더는 쓰지 않는 키로 표시했습니다. 서버에 새 키가 필요합니다. 관리자의 설명을 듣기 전에는 로그인하지 마십시오.</translation>
    </message>
    <message>
        <source>The host key of %1 is not known yet: %2.</source>
        <translation>%1: 아직 알지 못하는 호스트 키입니다: %2.</translation>
    </message>
    <message>
        <source>Compare it with what &quot;ssh-keygen -lf&quot; prints at the server, over another way, before you accept it.</source>
        <translation>받아들이기 전에 서버에서 &quot;ssh-keygen -lf&quot; 명령으로 나온 지문과 다른 경로로 비교하십시오.</translation>
    </message>
    <message>
        <source>Other kinds of host keys are known of %1, but not this one: %2.</source>
        <translation>%1: 다른 종류의 호스트 키는 알지만 이 키는 알지 못합니다: %2.</translation>
    </message>
    <message>
        <source>%3 has another kind. This is not a changed key: the server has several. Compare the fingerprint before you accept it.</source>
        <translation>다른 종류의 키가 있는 곳: %3. 키가 바뀐 것은 아니며 서버에 키가 여러 개 있습니다. 받아들이기 전에 지문을 비교하십시오.</translation>
    </message>
    <message>
        <source>A certificate authority for %2 stands in %1, but host certificates are not supported.</source>
        <translation>%2: %1에 인증 기관이 적혀 있지만 호스트 인증서는 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>Record the plain host key as well.</source>
        <translation>호스트 키 자체도 등록하십시오.</translation>
    </message>
    <message>
        <source>The known host keys could not be read: %1</source>
        <translation>알고 있는 호스트 키를 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Repair the rights of the file.</source>
        <translation>파일의 권한을 고치십시오.</translation>
    </message>
    <message>
        <source>%1 is logged in, by %2.</source>
        <translation>%1: 로그인했습니다(%2).</translation>
    </message>
    <message>
        <source>%1 let %2 in without any proof of identity.</source>
        <translation>%1: 아무 증명 없이 %2 계정의 로그인을 허용했습니다.</translation>
    </message>
    <message>
        <source>Anybody can do that. Unless it is meant so, set a password or a key there.</source>
        <translation>누구나 그렇게 들어올 수 있습니다. 의도한 것이 아니라면 비밀번호나 키를 설정하십시오.</translation>
    </message>
    <message>
        <source>%1 keys were refused before the right one; servers usually end the login after %2 failures.</source>
        <translation>맞는 키에 앞서 거부된 키가 %1개입니다. 서버는 보통 %2번 실패하면 로그인을 끝냅니다.</translation>
    </message>
    <message>
        <source>Name the key for this host, and offer only that one.</source>
        <translation>이 호스트에 쓸 키를 지정하고 그 키만 제시하십시오.</translation>
    </message>
    <message>
        <source>%1 ended the login after too many failures (%2).</source>
        <translation>%1: 실패가 너무 많아 로그인을 끝냈습니다(%2번).</translation>
    </message>
    <message>
        <source>The server counts each key and each password (MaxAuthTries). Name one key, or offer only the named ones.</source>
        <translation>서버는 키와 비밀번호를 하나하나 셉니다(MaxAuthTries). 키 하나를 지정하거나 지정한 키만 제시하십시오.</translation>
    </message>
    <message>
        <source>%1 ended the login after %2 refused keys of the agent, before the right one came (keys in the agent: %3).</source>
        <translation>%1: 맞는 키가 나오기 전에 에이전트의 키 %2개가 거부되어 로그인이 끝났습니다(에이전트의 키: %3개).</translation>
    </message>
    <message>
        <source>The server counts each offered key (MaxAuthTries). Name the key for this host and offer only that one (identities-only), or take keys out of the agent: ssh-add -d.</source>
        <translation>서버는 제시된 키를 하나하나 셉니다(MaxAuthTries). 이 호스트에 쓸 키를 지정하고 그 키만 제시하거나(identities-only) 에이전트에서 키를 빼십시오: ssh-add -d.</translation>
    </message>
    <message>
        <source>%1 ended the connection %2 after it began, with the login still under way.</source>
        <translation>%1: 로그인이 끝나기 전, 연결한 지 %2 만에 연결을 끊었습니다.</translation>
    </message>
    <message>
        <source>The time for a login is over (LoginGraceTime there), or a PAM module gave up. If the server itself is slow, find what it waits for: UseDNS, GSSAPIAuthentication, PAM.</source>
        <translation>로그인에 허용된 시간이 지났거나(서버의 LoginGraceTime) PAM 모듈이 포기했습니다. 서버가 느린 것이라면 무엇을 기다리는지 찾으십시오: UseDNS, GSSAPIAuthentication, PAM.</translation>
    </message>
    <message>
        <source>%1 looked at the proof and then closed the connection: the account %2 may not log in.</source>
        <translation>%1: 증명을 확인한 뒤 연결을 닫았습니다. %2 계정은 로그인할 수 없습니다.</translation>
    </message>
    <message>
        <source>The proof itself was not called wrong. Usual causes, to be looked up in the server&apos;s log: the account has expired or is locked (&quot;chage -l %2&quot;, &quot;passwd -S %2&quot;), /etc/nologin exists, a PAM rule forbids it (pam_access, pam_time), or the server process failed.</source>
        <translation>증명이 틀렸다고 하지는 않았습니다. 서버 로그에서 다음 원인을 확인하십시오: 계정이 만료되었거나 잠김(&quot;chage -l %2&quot;, &quot;passwd -S %2&quot;), /etc/nologin 파일이 있음, PAM 규칙이 막음(pam_access, pam_time), 서버 프로세스 오류.</translation>
    </message>
    <message>
        <source>%1 closed the connection as soon as it heard the name %2.</source>
        <translation>%1: %2 이름을 듣자마자 연결을 닫았습니다.</translation>
    </message>
    <message>
        <source>It may forbid that name outright (DenyUsers with a PAM rule), or its authentication service fails: its log tells.</source>
        <translation>그 이름을 아예 막았거나(PAM 규칙, DenyUsers) 인증 서비스에 문제가 있습니다. 서버 로그를 확인하십시오.</translation>
    </message>
    <message>
        <source>The login failed because %1 ended it: %2</source>
        <translation>로그인 실패. %1 서버가 연결을 끝냈습니다: %2</translation>
    </message>
    <message>
        <source>The words are the server&apos;s own; its log has more.</source>
        <translation>서버가 보낸 설명입니다. 자세한 것은 서버 로그에 있습니다.</translation>
    </message>
    <message>
        <source>%1 did not answer the login in time (%2).</source>
        <translation>%1: 제한 시간 안에 로그인에 응답하지 않았습니다(%2).</translation>
    </message>
    <message>
        <source>A PAM module (LDAP, RADIUS), AuthorizedKeysCommand or a name lookup hangs at the server.</source>
        <translation>서버에서 PAM 모듈(LDAP, RADIUS), AuthorizedKeysCommand, 이름 조회 가운데 하나가 멈춰 있습니다.</translation>
    </message>
    <message>
        <source>The login at %1 could not go on: %2</source>
        <translation>%1: 로그인을 계속할 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 accepted %2 but wants another proof: %3.</source>
        <translation>%1: %2 증명은 통과했지만 다른 증명이 더 필요합니다: %3.</translation>
    </message>
    <message>
        <source>The server asks for several proofs (AuthenticationMethods). What it wants besides was refused or is not at hand.</source>
        <translation>서버가 여러 증명을 요구합니다(AuthenticationMethods). 나머지 증명이 거부되었거나 준비되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 takes none of the proofs that this program has; it takes: %2.</source>
        <translation>%1: 이 프로그램이 쓰는 증명을 받지 않습니다. 받는 것: %2.</translation>
    </message>
    <message>
        <source>The server must allow publickey, password or keyboard-interactive.</source>
        <translation>서버에서 publickey, password, keyboard-interactive 가운데 하나를 허용해야 합니다.</translation>
    </message>
    <message>
        <source>%1 takes no passwords; it takes: %2.</source>
        <translation>%1: 비밀번호를 받지 않습니다. 받는 것: %2.</translation>
    </message>
    <message>
        <source>Log in with a key, or allow PasswordAuthentication there.</source>
        <translation>키로 로그인하거나 서버에서 PasswordAuthentication을 허용하십시오.</translation>
    </message>
    <message>
        <source>%1 lets %2 in with a key only, and there is none here to offer.</source>
        <translation>%1: %2 계정은 키로만 로그인할 수 있는데 이 컴퓨터에 제시할 키가 없습니다.</translation>
    </message>
    <message>
        <source>Name the right key file, start the agent that has it, or make one (ssh-keygen -t ed25519) and have its .pub line added to ~/.ssh/authorized_keys at the server.</source>
        <translation>맞는 키 파일을 지정하거나, 키가 있는 에이전트를 실행하거나, 키를 만들어(ssh-keygen -t ed25519) .pub 파일의 줄을 서버의 ~/.ssh/authorized_keys에 더해 달라고 하십시오.</translation>
    </message>
    <message>
        <source>%1 would take a key too, but there is none here to offer.</source>
        <translation>%1: 키로도 로그인할 수 있지만 이 컴퓨터에 제시할 키가 없습니다.</translation>
    </message>
    <message>
        <source>%2 did not accept the password of %1.</source>
        <translation>%2: %1 계정의 비밀번호가 거부되었습니다.</translation>
    </message>
    <message>
        <source>The server does not say why. In this order: the password or the name is wrong (keyboard layout, Caps Lock); the account is locked or has expired; it is not allowed to log in by SSH (AllowUsers, AllowGroups, DenyUsers).</source>
        <translation>서버는 이유를 알려 주지 않습니다. 다음 순서로 확인하십시오: 비밀번호나 이름이 틀림(자판 배열, Caps Lock, 한/영), 계정이 잠겼거나 만료됨, SSH 로그인이 허용되지 않음(AllowUsers, AllowGroups, DenyUsers).</translation>
    </message>
    <message>
        <source>Most servers take no password for root (PermitRootLogin prohibit-password): log in as yourself and use sudo, or with a key.</source>
        <translation>대부분의 서버는 root의 비밀번호를 받지 않습니다(PermitRootLogin prohibit-password). 자기 계정으로 로그인해 sudo를 쓰거나 키로 로그인하십시오.</translation>
    </message>
    <message>
        <source>%2 refuses everything of %1, keys and password alike.</source>
        <translation>%2: %1 계정의 키와 비밀번호를 모두 거부합니다.</translation>
    </message>
    <message>
        <source>%1 took %2 before it said how one can log in.</source>
        <translation>%1: 로그인 방법을 알려 줄 때까지 %2 걸렸습니다.</translation>
    </message>
    <message>
        <source>The pause comes before any proof, when the server first hears the name: usually it looks up the name of this computer in DNS (UseDNS yes, or AllowUsers with host names), else GSSAPIAuthentication or the start of PAM. Set UseDNS no, or give this address a PTR record.</source>
        <translation>아무 증명도 하기 전, 서버가 사용자 이름을 처음 들었을 때 멈춥니다. 보통은 이 컴퓨터의 이름을 DNS에서 역조회하기 때문이며(UseDNS yes, 호스트 이름이 적힌 AllowUsers), 아니면 GSSAPIAuthentication이나 PAM 시작이 원인입니다. UseDNS no로 하거나 이 주소의 PTR 레코드를 만드십시오.</translation>
    </message>
    <message>
        <source>%1 took %2 before it asked (%3).</source>
        <translation>%1: 질문이 나올 때까지 %2 걸렸습니다(%3).</translation>
    </message>
    <message>
        <source>A PAM module waits before the prompt: pam_ldap, pam_sss, pam_radius or pam_faildelay. Its line stands in /etc/pam.d/sshd at the server.</source>
        <translation>프롬프트에 앞서 PAM 모듈이 기다립니다(pam_ldap, pam_sss, pam_radius, pam_faildelay). 서버의 /etc/pam.d/sshd에서 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 took %2 to look whether it knows the key.</source>
        <translation>%1: 키를 아는지 확인하는 데 %2 걸렸습니다.</translation>
    </message>
    <message>
        <source>AuthorizedKeysCommand or a home folder on a slow network disk.</source>
        <translation>AuthorizedKeysCommand 또는 느린 네트워크 디스크의 홈 폴더가 원인입니다.</translation>
    </message>
    <message>
        <source>%1 took %2 to check the proof (%3).</source>
        <translation>%1: 증명을 확인하는 데 %2 걸렸습니다(%3).</translation>
    </message>
    <message>
        <source>A PAM module of the server waits (LDAP, RADIUS, a second factor), or a name lookup in it.</source>
        <translation>서버의 PAM 모듈(LDAP, RADIUS, 두 번째 인증)이나 그 안의 이름 조회가 기다립니다.</translation>
    </message>
    <message>
        <source>%1 took %2 from the login to the first words of the shell.</source>
        <translation>%1: 로그인부터 셸의 첫 출력까지 %2 걸렸습니다.</translation>
    </message>
    <message>
        <source>The session part of PAM (pam_systemd, pam_mkhomedir, pam_motd), the scripts of the message of the day, or the profile of the shell.</source>
        <translation>PAM의 세션 단계(pam_systemd, pam_mkhomedir, pam_motd), 오늘의 메시지 스크립트, 셸 프로필 가운데 하나가 원인입니다.</translation>
    </message>
    <message>
        <source>The certificate %1 expired on %2.</source>
        <translation>%1: %2에 만료된 인증서입니다.</translation>
    </message>
    <message>
        <source>Have it signed again: ssh-keygen -s CA -I NAME -n USER -V +52w KEY.pub</source>
        <translation>다시 서명받으십시오: ssh-keygen -s CA -I NAME -n USER -V +52w KEY.pub</translation>
    </message>
    <message>
        <source>The certificate %1 is not valid before %2.</source>
        <translation>%1: %2부터 유효한 인증서입니다.</translation>
    </message>
    <message>
        <source>Wait, check the clock of this computer, or have it signed again.</source>
        <translation>기다리거나, 이 컴퓨터의 시계를 확인하거나, 다시 서명받으십시오.</translation>
    </message>
    <message>
        <source>The certificate %1 is one for hosts, not for users.</source>
        <translation>%1: 사용자가 아니라 호스트용 인증서입니다.</translation>
    </message>
    <message>
        <source>Have it signed without -h.</source>
        <translation>-h 없이 다시 서명받으십시오.</translation>
    </message>
    <message>
        <source>The certificate %1 belongs to another key than %2.</source>
        <translation>%1: %2 키의 인증서가 아닙니다.</translation>
    </message>
    <message>
        <source>Put the matching pair side by side, or name the right files.</source>
        <translation>짝이 맞는 파일을 나란히 두거나 맞는 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>The certificate %1 is not for %2 but for %3.</source>
        <translation>%1: 이 인증서의 대상은 %2 계정이 아니라 %3입니다.</translation>
    </message>
    <message>
        <source>Log in under a name that it lists, or have it signed for this one (-n).</source>
        <translation>목록에 있는 이름으로 로그인하거나 이 이름으로 다시 서명받으십시오(-n).</translation>
    </message>
    <message>
        <source>The server refuses the key %1 and gives no reason.</source>
        <translation>%1: 서버가 이유를 밝히지 않고 이 키를 거부합니다.</translation>
    </message>
    <message>
        <source>The server takes no keys of the kind %2 (%1).</source>
        <translation>%1: 서버가 받지 않는 종류의 키입니다(%2).</translation>
    </message>
    <message>
        <source>It takes: %3. Use a key of such a kind, or add %2 to PubkeyAcceptedAlgorithms there.</source>
        <translation>받는 종류: %3. 그런 종류의 키를 쓰거나 서버의 PubkeyAcceptedAlgorithms에 %2 항목을 더하십시오.</translation>
    </message>
    <message>
        <source>The server takes RSA keys only with SHA-1 signatures, which are broken and not made here (%1).</source>
        <translation>%1: 서버가 RSA 키를 SHA-1 서명으로만 받습니다. 깨진 방식이라 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Update the server, use an Ed25519 key if it takes one, or allow old algorithms for this host alone.</source>
        <translation>서버를 업데이트하거나, 받는다면 Ed25519 키를 쓰거나, 이 호스트에만 오래된 알고리즘을 허용하십시오.</translation>
    </message>
    <message>
        <source>The server knows the key %1 but refused its signature.</source>
        <translation>%1: 서버가 아는 키이지만 서명을 거부했습니다.</translation>
    </message>
    <message>
        <source>The private file and its .pub are not a pair, the line there has from= or needs a touch (verify-required), or the account may not log in.</source>
        <translation>개인 키 파일과 .pub 파일이 짝이 아니거나, 서버의 줄에 from=이나 verify-required가 있거나, 로그인할 수 없는 계정입니다.</translation>
    </message>
    <message>
        <source>The key %1 (%2) could not be offered.</source>
        <translation>%1: 제시할 수 없는 키입니다(%2).</translation>
    </message>
    <message>
        <source>This program cannot make signatures of that kind.</source>
        <translation>이 프로그램은 그런 종류의 서명을 만들지 못합니다.</translation>
    </message>
    <message>
        <source>The key file %1 does not exist.</source>
        <translation>%1: 키 파일이 없습니다.</translation>
    </message>
    <message>
        <source>Check the path in the address or the profile.</source>
        <translation>주소나 프로필의 경로를 확인하십시오.</translation>
    </message>
    <message>
        <source>Repair its owner and rights: chmod 600.</source>
        <translation>소유자와 권한을 고치십시오: chmod 600.</translation>
    </message>
    <message>
        <source>%1 is in PuTTY&apos;s format.</source>
        <translation>%1: PuTTY 형식의 키입니다.</translation>
    </message>
    <message>
        <source>PuTTYgen exports it: Conversions, Export OpenSSH key.</source>
        <translation>PuTTYgen의 Conversions 메뉴에서 Export OpenSSH key로 내보내십시오.</translation>
    </message>
    <message>
        <source>%1 is a public key, not a private one.</source>
        <translation>%1: 개인 키가 아니라 공개 키입니다.</translation>
    </message>
    <message>
        <source>Name the file without .pub.</source>
        <translation>.pub가 없는 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>Name another file.</source>
        <translation>다른 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>Others can read the private key %1 (%2).</source>
        <translation>%1: 다른 사람이 읽을 수 있는 개인 키입니다(%2).</translation>
    </message>
    <message>
        <source>ssh refuses such a key, and whoever read it can log in as you: chmod 600.</source>
        <translation>ssh는 이런 키를 거부하며, 읽은 사람은 그 키로 로그인할 수 있습니다: chmod 600.</translation>
    </message>
    <message>
        <source>Others can write to the folder of keys %1 (%2).</source>
        <translation>%1: 다른 사람이 쓸 수 있는 키 폴더입니다(%2).</translation>
    </message>
    <message>
        <source>They could put another key there: chmod 700.</source>
        <translation>다른 키를 넣어 둘 수 있습니다: chmod 700.</translation>
    </message>
    <message>
        <source>The key file %1 belongs to somebody else.</source>
        <translation>%1: 다른 사람 소유의 키 파일입니다.</translation>
    </message>
    <message>
        <source>Make a copy of your own, or another key.</source>
        <translation>자기 소유의 사본이나 다른 키를 만드십시오.</translation>
    </message>
    <message>
        <source>%2 is not the public half of %1.</source>
        <translation>%2: %1 키의 공개 키가 아닙니다.</translation>
    </message>
    <message>
        <source>What was put at the server is then another key. Make it anew: ssh-keygen -y -f %1 &gt; %2</source>
        <translation>그렇다면 서버에 등록한 것은 다른 키입니다. 다시 만드십시오: ssh-keygen -y -f %1 &gt; %2</translation>
    </message>
    <message>
        <source>%1 is a DSA key.</source>
        <translation>%1: DSA 키입니다.</translation>
    </message>
    <message>
        <source>OpenSSH has refused those since 7.0. Make an Ed25519 key.</source>
        <translation>OpenSSH는 7.0부터 DSA 키를 거부합니다. Ed25519 키를 만드십시오.</translation>
    </message>
    <message>
        <source>The RSA key %1 has only %2 bits.</source>
        <translation>%1: RSA 키의 길이가 %2비트뿐입니다.</translation>
    </message>
    <message>
        <source>Many servers refuse fewer than 2048 bits (RequiredRSASize). Make an Ed25519 key.</source>
        <translation>2048비트보다 짧은 키를 거부하는 서버가 많습니다(RequiredRSASize). Ed25519 키를 만드십시오.</translation>
    </message>
    <message>
        <source>The key agent does not answer at %1.</source>
        <translation>%1: 키 에이전트가 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Start it (eval &quot;$(ssh-agent)&quot;), or correct SSH_AUTH_SOCK.</source>
        <translation>에이전트를 시작하거나(eval &quot;$(ssh-agent)&quot;) SSH_AUTH_SOCK 값을 고치십시오.</translation>
    </message>
    <message>
        <source>%1 of the %2 keys in the agent were not offered, to spare the server&apos;s MaxAuthTries.</source>
        <translation>서버의 MaxAuthTries 제한 때문에 에이전트의 키 %2개 가운데 %1개는 제시하지 않았습니다.</translation>
    </message>
    <message>
        <source>If the right one is among them, name its file for this host.</source>
        <translation>맞는 키가 그 가운데 있다면 이 호스트에 그 키 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>The attempt was ended here before it was decided: %1</source>
        <translation>결과가 나오기 전에 이쪽에서 중단했습니다: %1</translation>
    </message>
    <message>
        <source>%1 would go on with %2, but no secret was given: the rest is not checked.</source>
        <translation>%1: %2 방식으로 계속할 수 있지만 비밀번호가 주어지지 않아 나머지는 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>Diagnose again with the password.</source>
        <translation>비밀번호를 넣고 다시 진단하십시오.</translation>
    </message>
    <message>
        <source>The password was not sent, because the host key of %1 is not known: the rest is not checked (%2).</source>
        <translation>%1: 호스트 키를 알지 못해 비밀번호를 보내지 않았습니다. 나머지는 확인하지 않았습니다(%2).</translation>
    </message>
    <message>
        <source>Check the host key first.</source>
        <translation>호스트 키부터 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 accepted %2; the next proof (%3) was not given, and the rest is not checked.</source>
        <translation>%1: %2 증명은 통과했습니다. 다음 증명이 주어지지 않아 나머지는 확인하지 않았습니다(%3).</translation>
    </message>
    <message>
        <source>Diagnose again and answer the question.</source>
        <translation>다시 진단하고 질문에 답하십시오.</translation>
    </message>
    <message>
        <source>The key %1 is locked by a passphrase, which was not given: its use is not checked.</source>
        <translation>%1: 키 암호가 주어지지 않아 이 키는 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>Adding it to the agent opens it once for all: ssh-add %1</source>
        <translation>에이전트에 넣으면 한 번만 열면 됩니다: ssh-add %1</translation>
    </message>
    <message>
        <source>The login at %1 works; a shell was not tried.</source>
        <translation>%1: 로그인은 됩니다. 셸은 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 gives a terminal and a shell.</source>
        <translation>%1: 터미널과 셸을 제공합니다.</translation>
    </message>
    <message>
        <source>%1 gives no terminal.</source>
        <translation>%1: 터미널을 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>The server forbids it (PermitTTY no, or no-pty in authorized_keys), or has none left. Commands and file transfer may still work.</source>
        <translation>서버가 막았거나(PermitTTY no, authorized_keys의 no-pty) 남은 터미널이 없습니다. 명령 실행과 파일 전송은 될 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 refuses to open a session for %2.</source>
        <translation>%1: %2 계정의 세션을 열어 주지 않습니다.</translation>
    </message>
    <message>
        <source>MaxSessions is 0 or reached, or the account is for forwarding only.</source>
        <translation>MaxSessions가 0이거나 한도에 이르렀거나, 포트 포워딩 전용 계정입니다.</translation>
    </message>
    <message>
        <source>The password of %1 at %2 has expired and must be changed.</source>
        <translation>%2: %1 계정의 비밀번호가 만료되어 바꿔야 합니다.</translation>
    </message>
    <message>
        <source>Log in with a terminal and choose a new one, or have it set there: passwd %1 ; chage -l %1 shows the dates.</source>
        <translation>터미널로 로그인해 새 비밀번호를 정하거나 관리자에게 요청하십시오: passwd %1 (날짜는 chage -l %1).</translation>
    </message>
    <message>
        <source>The account %1 at %2 is not meant for logging in.</source>
        <translation>%2: %1 계정은 로그인용이 아닙니다.</translation>
    </message>
    <message>
        <source>Its shell is nologin, or it has expired. At the server: getent passwd %1 ; chsh -s /bin/bash %1</source>
        <translation>셸이 nologin이거나 계정이 만료되었습니다. 서버에서 확인하십시오: getent passwd %1 ; chsh -s /bin/bash %1</translation>
    </message>
    <message>
        <source>The shell of %1 at %2 ends at once without a word (exit status 1).</source>
        <translation>%2: %1 계정의 셸이 아무 말 없이 바로 끝납니다(종료 코드 1).</translation>
    </message>
    <message>
        <source>Its login shell is probably /bin/false or one that does not start. At the server: getent passwd %1</source>
        <translation>로그인 셸이 /bin/false이거나 시작되지 않는 셸일 것입니다. 서버에서 확인하십시오: getent passwd %1</translation>
    </message>
    <message>
        <source>%1 runs a command of its own instead of the shell, and that ends at once (%2).</source>
        <translation>%1: 셸 대신 서버가 정한 명령을 실행하고 바로 끝납니다(%2).</translation>
    </message>
    <message>
        <source>A ForceCommand, or command= in authorized_keys: the same came back whatever was asked for.</source>
        <translation>ForceCommand 또는 authorized_keys의 command= 설정입니다. 무엇을 요청해도 같은 결과가 돌아왔습니다.</translation>
    </message>
    <message>
        <source>The shell at %1 ended at once (%2).</source>
        <translation>%1: 셸이 바로 끝났습니다(%2).</translation>
    </message>
    <message>
        <source>Its profile may say exit, its home folder may be missing, or a limit may stop it. A command alone ran: look with &quot;portolanctl ssh exec&quot;.</source>
        <translation>셸 프로필에 exit가 있거나, 홈 폴더가 없거나, 자원 제한에 걸렸을 수 있습니다. 명령 하나만 실행해 확인하십시오: &quot;portolanctl ssh exec&quot;.</translation>
    </message>
    <message>
        <source>%1 did not run a command as asked; rights of files there are not checked.</source>
        <translation>%1: 요청한 명령을 그대로 실행하지 않아 서버 쪽 파일 권한은 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>Network gear and restricted accounts do so. The shell works.</source>
        <translation>네트워크 장비나 제한된 계정은 그렇습니다. 셸은 됩니다.</translation>
    </message>
    <message>
        <source>%1 forbids port forwarding.</source>
        <translation>%1: 포트 포워딩을 허용하지 않습니다.</translation>
    </message>
    <message>
        <source>Tunnels and jumps through it will fail (AllowTcpForwarding, DisableForwarding, PermitOpen, or no-port-forwarding in authorized_keys).</source>
        <translation>터널과 경유 접속이 되지 않습니다(AllowTcpForwarding, DisableForwarding, PermitOpen, authorized_keys의 no-port-forwarding).</translation>
    </message>
    <message>
        <source>%1 has no SFTP.</source>
        <translation>%1: SFTP를 제공하지 않습니다.</translation>
    </message>
    <message>
        <source>Add &quot;Subsystem sftp internal-sftp&quot; to its sshd_config.</source>
        <translation>서버의 sshd_config에 &quot;Subsystem sftp internal-sftp&quot;를 더하십시오.</translation>
    </message>
    <message>
        <source>Others may write to %1 at the server (%2): a login by key would be refused.</source>
        <translation>서버의 %1: 다른 사람이 쓸 수 있어(%2) 키 로그인이 거부됩니다.</translation>
    </message>
    <message>
        <source>At the server: chmod go-w ~ ; chmod 700 ~/.ssh ; chmod 600 ~/.ssh/authorized_keys</source>
        <translation>서버에서 실행하십시오: chmod go-w ~ ; chmod 700 ~/.ssh ; chmod 600 ~/.ssh/authorized_keys</translation>
    </message>
    <message>
        <source>%1 at the server belongs to somebody else (number %3): a login by key would be refused.</source>
        <translation>서버의 %1: 소유자가 다른 사람이라 키 로그인이 거부됩니다(번호: %3).</translation>
    </message>
    <message>
        <source>At the server, as root: chown it to the account.</source>
        <translation>서버에서 root로 소유자를 그 계정으로 바꾸십시오(chown).</translation>
    </message>
    <message>
        <source>The rights of %1 cannot be changed from here on Windows.</source>
        <translation>%1: Windows에서는 여기서 권한을 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>The rights of %1 were not changed.</source>
        <translation>%1: 권한을 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>It belongs to somebody else.</source>
        <translation>다른 사람의 것입니다.</translation>
    </message>
    <message>
        <source>It is not what it should be.</source>
        <translation>기대한 종류의 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>For old gear the option legacy=yes of the address allows %1, which is weak.</source>
        <translation>오래된 장비라면 주소의 옵션 legacy=yes로 다음 알고리즘을 쓸 수 있지만 안전하지 않습니다. %1</translation>
    </message>
    <message>
        <source>%1 is so old that no current library supports it; the server needs an update, or a way that does not use SSH.</source>
        <translation>%1: 너무 오래되어 지금의 라이브러리가 지원하지 않습니다. 서버를 갱신하거나 SSH가 아닌 다른 방법을 써야 합니다.</translation>
    </message>
    <message>
        <source>The certificate file %1 cannot be read: %2</source>
        <translation>인증서 파일을 읽을 수 없습니다. %1: %2</translation>
    </message>
    <message>
        <source>%1 is not a certificate of a key.</source>
        <translation>%1: 키의 인증서가 아닙니다.</translation>
    </message>
    <message>
        <source>The certificate %1 is for a host, not for a user.</source>
        <translation>인증서 %1: 사용자용이 아니라 호스트용입니다.</translation>
    </message>
    <message>
        <source>The certificate %1 expired on %2. Ask who issued it for a new one.</source>
        <translation>인증서 %1: 유효 기간이 %2에 끝났습니다. 발급한 곳에 새 인증서를 요청하십시오.</translation>
    </message>
    <message>
        <source>The certificate %1 is not valid before %2. This computer&apos;s clock says %3.</source>
        <translation>인증서 %1: %2부터 유효합니다. 이 컴퓨터의 시계는 %3입니다.</translation>
    </message>
    <message>
        <source>The certificate %1 names nobody who may log in with it.</source>
        <translation>인증서 %1: 로그인할 수 있는 사용자 이름이 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The certificate %1 is for %2, not for %3, unless the server maps the names (AuthorizedPrincipalsFile).</source>
        <translation>인증서 %1: 발급 대상과 로그인하려는 사용자 이름이 다릅니다(발급 대상: %2, 사용자: %3). 서버가 이름을 따로 연결해 두지 않았다면(AuthorizedPrincipalsFile) 받아들여지지 않습니다.</translation>
    </message>
    <message>
        <source>%1 opened a connection to %3, port %2.</source>
        <translation>%1: %3 포트 %2 연결을 열었습니다.</translation>
    </message>
    <message>
        <source>Unless both are simply wrong, the account itself is the reason: the name is misspelt, it may not log in by SSH (AllowUsers, AllowGroups, DenyUsers), or it is locked. At the server: &quot;sshd -T -C user=%1 | grep -i -E &apos;allow|deny&apos;&quot;, &quot;passwd -S %1&quot;, and the log (&quot;journalctl -u ssh -n 50&quot;).</source>
        <translation>둘 다 틀린 것이 아니라면 계정 자체가 원인입니다. 이름이 틀렸거나, SSH 로그인이 허용되지 않거나(AllowUsers, AllowGroups, DenyUsers), 잠겨 있습니다. 서버에서 확인하십시오: &quot;sshd -T -C user=%1 | grep -i -E &apos;allow|deny&apos;&quot;, &quot;passwd -S %1&quot;, 로그(&quot;journalctl -u ssh -n 50&quot;).</translation>
    </message>
    <message>
        <source>What it refuses silently, in the order of likelihood:
1. The public key is not in ~/.ssh/authorized_keys of %2: %3
2. Others may write to the home folder, ~/.ssh or authorized_keys (StrictModes): chmod go-w ~ ; chmod 700 ~/.ssh ; chmod 600 ~/.ssh/authorized_keys
3. The name %2 is wrong, or may not log in by SSH (AllowUsers, AllowGroups, DenyUsers), or is locked.
4. This kind of key is not taken (PubkeyAcceptedAlgorithms), the line has from=, or the key is revoked.
The server&apos;s log names it: journalctl -u ssh -n 50</source>
        <translation>말없이 거부하는 원인을 가능성이 큰 순서로 적습니다.
1. %2 계정의 ~/.ssh/authorized_keys에 공개 키가 없습니다: %3
2. 홈 폴더, ~/.ssh, authorized_keys에 다른 사람의 쓰기 권한이 있습니다(StrictModes): chmod go-w ~ ; chmod 700 ~/.ssh ; chmod 600 ~/.ssh/authorized_keys
3. %2 이름이 틀렸거나, SSH 로그인이 허용되지 않거나(AllowUsers, AllowGroups, DenyUsers), 잠겨 있습니다.
4. 이 종류의 키를 받지 않거나(PubkeyAcceptedAlgorithms), 그 줄에 from=이 있거나, 폐기된 키입니다.
서버 로그에 원인이 있습니다: journalctl -u ssh -n 50</translation>
    </message>
    <message>
        <source>The jump hosts of ssh_config for %1 lead in a circle or further than %2 hops.</source>
        <translation>%1: ssh_config의 점프 호스트가 순환하거나 %2단계를 넘습니다.</translation>
    </message>
    <message>
        <source>ssh_config reaches %1 by a ProxyCommand, and Portolan runs no command to connect. Where it leads through another SSH server, use ProxyJump in its place.</source>
        <translation>%1: ssh_config에는 ProxyCommand로 접속하도록 되어 있지만, Portolan은 접속하려고 명령을 실행하지 않습니다. 다른 SSH 서버를 거치는 것이라면 ProxyJump를 사용하십시오.</translation>
    </message>
    <message>
        <source>Of several files of UserKnownHostsFile only the first one counts.</source>
        <translation>UserKnownHostsFile에 여러 파일이 있으면 첫 번째 파일만 적용됩니다.</translation>
    </message>
    <message>
        <source>ForwardAgent with an agent of its own is left out.</source>
        <translation>별도의 에이전트를 지정한 ForwardAgent는 적용하지 않습니다.</translation>
    </message>
    <message>
        <source>StrictHostKeyChecking is off there; here a host key that changed is refused all the same.</source>
        <translation>설정에는 StrictHostKeyChecking이 꺼져 있지만, 여기서는 호스트 키가 바뀌면 접속을 거부합니다.</translation>
    </message>
    <message>
        <source>PubkeyAcceptedAlgorithms is left out.</source>
        <translation>PubkeyAcceptedAlgorithms는 적용하지 않습니다.</translation>
    </message>
    <message>
        <source>Port forwardings that are left out: %1</source>
        <translation>적용하지 않은 포트 포워딩: %1개</translation>
    </message>
    <message>
        <source>The commands on %1 took too long.</source>
        <translation>%1: 명령이 너무 오래 걸렸습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ssh::AuditProbe</name>
    <message>
        <source>%1 did not say what it offers within %2 seconds.</source>
        <translation>%1: %2초 안에 서버가 무엇을 제시하는지 알려 주지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 did not answer on port %2 within %3 seconds.</source>
        <translation>%1: 포트 %2에서 %3초 안에 응답이 없습니다.</translation>
    </message>
    <message>
        <source>%1 sends messages without end and no offer.</source>
        <translation>%1: 서버가 제시 없이 메시지만 끝없이 보냅니다.</translation>
    </message>
    <message>
        <source>What answers at %1 on port %2 is not an SSH server.</source>
        <translation>%1: 포트 %2에서 응답하는 것은 SSH 서버가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 speaks only an SSH protocol older than version 2, which is unsafe and not supported.</source>
        <translation>%1: 서버가 버전 2보다 오래된 SSH 프로토콜만 사용합니다. 안전하지 않아 지원하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 ended the connection: %2</source>
        <translation>%1: 서버가 연결을 끊었습니다: %2</translation>
    </message>
    <message>
        <source>%1 does not keep to the SSH protocol.</source>
        <translation>%1: 서버가 SSH 프로토콜을 지키지 않습니다.</translation>
    </message>
    <message>
        <source>Message %1 came out of turn.</source>
        <translation>메시지 %1: 순서에 맞지 않게 왔습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be reached on port %2.</source>
        <translation>%1: 포트 %2에 접속할 수 없습니다.</translation>
    </message>
    <message>
        <source>There is no host of the name %1.</source>
        <translation>%1: 이런 이름의 호스트가 없습니다.</translation>
    </message>
    <message>
        <source>%1 refuses connections on port %2: no server listens there.</source>
        <translation>%1: 포트 %2 연결이 거부되었습니다. 이 포트에서 대기 중인 서버가 없습니다.</translation>
    </message>
    <message>
        <source>%1 broke the connection off.</source>
        <translation>%1: 서버가 연결을 강제로 끊었습니다.</translation>
    </message>
    <message>
        <source>%1 closed the connection without a word. It may refuse this computer, or be busy.</source>
        <translation>%1: 서버가 아무 응답 없이 연결을 닫았습니다. 이 컴퓨터를 거부하거나 과부하 상태일 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ssh::Connection</name>
    <message>
        <source>The name %1 was not resolved in time.</source>
        <translation>%1: 제한 시간 안에 이름을 확인하지 못했습니다.</translation>
    </message>
    <message>
        <source>There is no host of the name %1.</source>
        <translation>%1: 이런 이름의 호스트가 없습니다.</translation>
    </message>
    <message>
        <source>The connection to %1 was cancelled.</source>
        <translation>%1: 연결을 취소했습니다.</translation>
    </message>
    <message>
        <source>The connection to %1 was closed.</source>
        <translation>%1: 연결을 닫았습니다.</translation>
    </message>
    <message>
        <source>%1 did not reach %2 within %3 seconds.</source>
        <translation>%1에서 %2까지 %3초 안에 연결되지 않았습니다.</translation>
    </message>
    <message>
        <source>At the jump host %1: %2</source>
        <translation>점프 호스트(%1): %2</translation>
    </message>
    <message>
        <source>The jump host %1 was lost: %2</source>
        <translation>점프 호스트(%1): 연결이 끊겼습니다. %2</translation>
    </message>
</context>
<context>
    <name>Portolan::Ssh::PuttyImport</name>
    <message>
        <source>“%1”: %2</source>
        <translation>“%1”: %2</translation>
    </message>
    <message>
        <source>It was left out, because it names no protocol.</source>
        <translation>프로토콜이 적혀 있지 않아 제외했습니다.</translation>
    </message>
    <message>
        <source>It was left out, because its protocol is not SSH: %1</source>
        <translation>SSH가 아닌 프로토콜이어서 제외했습니다: %1</translation>
    </message>
    <message>
        <source>It was left out, because it names no host.</source>
        <translation>호스트가 적혀 있지 않아 제외했습니다.</translation>
    </message>
    <message>
        <source>It was left out: %1</source>
        <translation>제외했습니다: %1</translation>
    </message>
    <message>
        <source>The port is not a number from 1 to 65535.</source>
        <translation>포트 번호가 1에서 65535 사이의 숫자가 아닙니다.</translation>
    </message>
    <message>
        <source>Its key is in PuTTY&apos;s own format, which is not read here: %1. Convert it (puttygen KEY.ppk -O private-openssh -o KEY, or “Export OpenSSH key” in PuTTYgen) and enter the new file.</source>
        <translation>키가 여기서 읽을 수 없는 PuTTY 전용 형식입니다: %1. OpenSSH 형식으로 변환한 뒤(puttygen KEY.ppk -O private-openssh -o KEY, 또는 PuTTYgen의 “Export OpenSSH key”) 새 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>Its port forwardings were left out.</source>
        <translation>포트 포워딩 설정은 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>The command that it runs was left out.</source>
        <translation>접속 후 실행할 명령은 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>It holds the password of a proxy, which was ignored.</source>
        <translation>프록시 비밀번호가 들어 있어 무시했습니다.</translation>
    </message>
    <message>
        <source>Its proxy was left out, because it is not an SSH host: the profile connects directly.</source>
        <translation>프록시가 SSH 호스트가 아니어서 가져오지 않았습니다. 이 프로필은 직접 접속합니다.</translation>
    </message>
    <message>
        <source>Its proxy was left out: %1</source>
        <translation>프록시를 가져오지 않았습니다: %1</translation>
    </message>
    <message>
        <source>The file is too large.</source>
        <translation>파일이 너무 큽니다.</translation>
    </message>
    <message>
        <source>The file was not exported from the Windows registry.</source>
        <translation>Windows 레지스트리에서 내보낸 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>The file holds no sessions of PuTTY.</source>
        <translation>파일에 PuTTY 세션이 없습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::StoreWords</name>
    <message>
        <source>The file “%1” is damaged.</source>
        <translation>“%1” 파일이 손상되었습니다.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read or written.</source>
        <translation>“%1” 파일을 읽거나 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be made.</source>
        <translation>“%1” 파일을 만들 수 없습니다.</translation>
    </message>
    <message>
        <source>Qt&apos;s driver for SQLite is missing.</source>
        <translation>Qt의 SQLite 드라이버가 없습니다.</translation>
    </message>
    <message>
        <source>“%1” is the file of another program; nothing in it was changed.</source>
        <translation>“%1” 파일은 다른 프로그램의 것이므로 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>“%1” was written by a newer version of Portolan; nothing in it was changed.</source>
        <translation>“%1” 파일은 더 새로운 버전의 Portolan에서 작성되었으므로 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>It has format %1; this version knows formats up to %2.</source>
        <translation>파일 형식: %1, 이 버전에서 지원하는 최신 형식: %2</translation>
    </message>
    <message>
        <source>Another program holds its lock.</source>
        <translation>다른 프로그램이 파일을 잠그고 있습니다.</translation>
    </message>
    <message>
        <source>“%1” has an older format. Open the window once: it brings it up to date.</source>
        <translation>“%1” 파일의 형식이 오래되었습니다. Portolan 창을 한 번 열면 최신 형식으로 바뀝니다.</translation>
    </message>
    <message>
        <source>The name is empty.</source>
        <translation>이름이 비어 있습니다.</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>이름의 최대 길이는 %1자입니다.</translation>
    </message>
    <message>
        <source>A name cannot contain control characters.</source>
        <translation>이름에는 제어 문자를 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>There is no profile named “%1”.</source>
        <translation>“%1” 프로필이 없습니다.</translation>
    </message>
    <message>
        <source>Similar names: %1</source>
        <translation>비슷한 이름: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n profiles are named “%1”.</source>
        <translation>
            <numerusform>이름이 “%1”인 프로필이 %n개 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>With their folders: %1</source>
        <translation>폴더를 포함한 이름: %1</translation>
    </message>
    <message>
        <source>This profile is no longer there.</source>
        <translation>이 프로필은 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>The profile through which “%1” is reached is no longer there.</source>
        <translation>“%1” 프로필의 경유 프로필이 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>“%1” is not an SSH host: “%2” cannot be reached through it.</source>
        <translation>“%1” 프로필은 SSH 호스트가 아니므로 “%2” 접속에 경유할 수 없습니다.</translation>
    </message>
    <message>
        <source>“%1” would be reached through itself.</source>
        <translation>“%1” 프로필이 자기 자신을 경유하게 됩니다.</translation>
    </message>
    <message>
        <source>The way to “%1” leads through more than %2 hosts.</source>
        <translation>“%1” 프로필까지의 경유 호스트가 %2개를 넘습니다.</translation>
    </message>
    <message>
        <source>The credential of “%1” is no longer there.</source>
        <translation>“%1” 프로필의 인증 정보가 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>The path of a folder has at most %1 characters.</source>
        <translation>폴더 경로의 최대 길이는 %1자입니다.</translation>
    </message>
    <message>
        <source>A folder&apos;s name cannot contain control characters.</source>
        <translation>폴더 이름에는 제어 문자를 쓸 수 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>A profile has at most %n tags.</source>
        <translation>
            <numerusform>프로필 하나에 태그는 최대 %n개까지 붙일 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The address is too long.</source>
        <translation>주소가 너무 깁니다.</translation>
    </message>
    <message>
        <source>There is a profile named “%1” already.</source>
        <translation>“%1” 프로필이 이미 있습니다.</translation>
    </message>
    <message>
        <source>There is a profile named “%1” in “%2” already.</source>
        <translation>“%2” 폴더에 “%1” 프로필이 이미 있습니다.</translation>
    </message>
    <message>
        <source>There are too many profiles.</source>
        <translation>프로필이 너무 많습니다.</translation>
    </message>
    <message>
        <source>Two profiles have the same id.</source>
        <translation>두 프로필의 ID가 같습니다.</translation>
    </message>
    <message>
        <source>The user name is too long or contains control characters.</source>
        <translation>사용자 이름이 너무 길거나 제어 문자가 들어 있습니다.</translation>
    </message>
    <message>
        <source>The path of the key file is too long or contains control characters.</source>
        <translation>키 파일 경로가 너무 길거나 제어 문자가 들어 있습니다.</translation>
    </message>
    <message>
        <source>There is a credential named “%1” already.</source>
        <translation>“%1” 인증 정보가 이미 있습니다.</translation>
    </message>
    <message>
        <source>There are too many credentials.</source>
        <translation>인증 정보가 너무 많습니다.</translation>
    </message>
    <message>
        <source>“%1” is reached through “%2”: change that first.</source>
        <translation>“%1” 프로필이 “%2” 프로필을 경유합니다. 경유 설정을 먼저 바꾸십시오.</translation>
    </message>
    <message>
        <source>“%1” uses this credential: change that first.</source>
        <translation>“%1” 프로필에서 이 인증 정보를 사용합니다. 그 프로필을 먼저 바꾸십시오.</translation>
    </message>
    <message>
        <source>There are too many folders.</source>
        <translation>폴더가 너무 많습니다.</translation>
    </message>
    <message>
        <source>There is no folder named “%1”.</source>
        <translation>“%1” 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>A folder cannot be moved into itself.</source>
        <translation>폴더를 자기 자신 안으로 옮길 수 없습니다.</translation>
    </message>
    <message>
        <source>There is a folder named “%1” already.</source>
        <translation>“%1” 폴더가 이미 있습니다.</translation>
    </message>
    <message>
        <source>The profiles are still being read.</source>
        <translation>프로필을 아직 읽는 중입니다.</translation>
    </message>
    <message>
        <source>The file “%1” is damaged. It was kept as “%2”, and a new one was begun.</source>
        <translation>“%1” 파일이 손상되어 “%2” 이름으로 보관하고 새 파일을 만들었습니다.</translation>
    </message>
    <message>
        <source>A change could not be saved; it will be tried again.</source>
        <translation>변경 내용을 저장하지 못했습니다. 잠시 후 다시 시도합니다.</translation>
    </message>
    <message>
        <source>The credential “%1” cannot be taken: %2</source>
        <translation>“%1” 인증 정보를 가져올 수 없습니다: %2</translation>
    </message>
    <message>
        <source>Another profile has this name here.</source>
        <translation>같은 이름의 다른 프로필이 이미 있습니다.</translation>
    </message>
    <message>
        <source>Its credential is not in the file.</source>
        <translation>이 프로필의 인증 정보가 파일에 없습니다.</translation>
    </message>
    <message>
        <source>The host through which it is reached is not in the file: it will be reached directly.</source>
        <translation>경유 호스트가 파일에 없으므로 직접 접속하게 됩니다.</translation>
    </message>
    <message>
        <source>The file holds secrets; they were ignored: %1. Whoever has the file can read them.</source>
        <translation>파일에 비밀 정보가 들어 있어 무시했습니다: %1. 이 파일을 가진 사람은 누구나 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The file is larger than %1 MiB.</source>
        <translation>파일 크기가 %1MiB를 넘습니다.</translation>
    </message>
    <message>
        <source>The file is not valid JSON.</source>
        <translation>올바른 JSON 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>Byte %1: %2</source>
        <translation>바이트 %1: %2</translation>
    </message>
    <message>
        <source>The file holds no profiles of Portolan.</source>
        <translation>Portolan 프로필 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>The file does not say its version.</source>
        <translation>파일에 버전이 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>The file was written by a newer version of Portolan.</source>
        <translation>더 새로운 버전의 Portolan에서 작성된 파일입니다.</translation>
    </message>
    <message>
        <source>It has version %1; this one knows versions up to %2.</source>
        <translation>파일 버전: %1, 지원하는 최신 버전: %2</translation>
    </message>
    <message>
        <source>The file holds more than %1 entries.</source>
        <translation>파일의 항목이 %1개를 넘습니다.</translation>
    </message>
    <message>
        <source>the file itself</source>
        <translation>파일 자체</translation>
    </message>
    <message>
        <source>profile %1</source>
        <translation>프로필 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n profiles cannot be read by this version and are not shown; they stay in the file.</source>
        <translation>
            <numerusform>이 버전에서 읽을 수 없는 프로필 %n개는 표시하지 않습니다. 파일에는 그대로 남아 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The way through which it is reached leads in a circle or not through SSH: it will be reached directly.</source>
        <translation>경유 경로가 순환하거나 SSH가 아니므로 직접 접속하게 됩니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Terminal::PasteDialog</name>
    <message>
        <source>Paste into the terminal?</source>
        <translation>터미널에 붙여넣으시겠습니까?</translation>
    </message>
    <message>
        <source>Paste into %1?</source>
        <translation>%1: 붙여넣으시겠습니까?</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) would be pasted.</source>
        <translation>
            <numerusform>%n줄을 붙여넣습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The last line ends with Enter, so that it would run at once.</source>
        <translation>마지막 줄이 Enter로 끝나 바로 실행됩니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n control character(s) would be replaced by spaces.</source>
        <translation>
            <numerusform>제어 문자 %n개를 공백으로 바꿉니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n invisible character(s) were removed.</source>
        <translation>
            <numerusform>보이지 않는 문자 %n개를 제거했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only the first %n line(s) are shown.</source>
        <translation>
            <numerusform>처음 %n줄만 표시합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Paste as one line</source>
        <translation>한 줄로 붙여넣기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>Portolan::Terminal::QuestionBar</name>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Portolan::Terminal::TerminalView</name>
    <message>
        <source>Terminal</source>
        <translation>터미널</translation>
    </message>
    <message numerus="yes">
        <source>The terminal wants to put %n character(s) on the clipboard: “%1”</source>
        <translation>
            <numerusform>터미널에서 %n자를 클립보드에 넣으려고 합니다: “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 wants to put %n character(s) on the clipboard: “%2”</source>
        <translation>
            <numerusform>%1: %n자를 클립보드에 넣으려고 합니다: “%2”</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>허용</translation>
    </message>
    <message>
        <source>New output below</source>
        <translation>아래에 새 출력</translation>
    </message>
    <message>
        <source>Jump to the end</source>
        <translation>끝으로 이동</translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation>링크 열기</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>링크 복사</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Clear scrollback</source>
        <translation>스크롤백 지우기</translation>
    </message>
    <message>
        <source>%1
Ctrl+click opens it</source>
        <translation>%1
Ctrl+클릭으로 열기</translation>
    </message>
    <message>
        <source>Links of this kind are not opened from a terminal: %1</source>
        <translation>터미널에서 열지 않는 종류의 링크입니다: %1</translation>
    </message>
    <message>
        <source>Open this link? %1</source>
        <translation>이 링크를 여시겠습니까? %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::AddServersDialog</name>
    <message>
        <source>Key %1</source>
        <translation>키 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n sources</source>
        <translation>
            <numerusform>소스 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>smears leap seconds</source>
        <translation>윤초 스미어</translation>
    </message>
    <message>
        <source>watched already</source>
        <translation>이미 관찰 중</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>These are too many at once.</source>
        <translation>한 번에 추가하기에는 너무 많습니다.</translation>
    </message>
    <message>
        <source>Servers of a time daemon</source>
        <translation>시간 데몬의 서버</translation>
    </message>
    <message>
        <source>chrony.conf, ntp.conf, timesyncd.conf (*.conf *.sources)</source>
        <translation>chrony.conf, ntp.conf, timesyncd.conf 설정 파일 (*.conf *.sources)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>%1 names no server that can be asked.</source>
        <translation>%1: 조회할 수 있는 서버가 없습니다.</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, %2번째 줄: %3</translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>외 %n개.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message numerus="yes">
        <source>Add %n servers</source>
        <translation>
            <numerusform>서버 %n개 추가</numerusform>
        </translation>
    </message>
    <message>
        <source>Some of these servers smear leap seconds, and others do not: around a leap second they contradict each other by up to a second.</source>
        <translation>윤초 스미어를 하는 서버와 하지 않는 서버가 섞여 있습니다. 윤초 무렵에는 서로 최대 1초까지 어긋납니다.</translation>
    </message>
    <message>
        <source>Add servers</source>
        <translation>서버 추가</translation>
    </message>
    <message>
        <source>Names or addresses, as many as you like. From four on, one that is wrong stands out.</source>
        <translation>이름이나 주소를 원하는 만큼 입력하십시오. 네 개부터는 틀린 서버가 드러납니다.</translation>
    </message>
    <message>
        <source>Names or addresses</source>
        <translation>이름 또는 주소</translation>
    </message>
    <message>
        <source>Well-known servers</source>
        <translation>알려진 서버</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Operated by</source>
        <translation>운영 주체</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>파일에서…</translation>
    </message>
    <message>
        <source>Take the servers over from chrony.conf, ntp.conf or timesyncd.conf</source>
        <translation>chrony.conf, ntp.conf, timesyncd.conf의 서버 가져오기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::AgentCalls</name>
    <message>
        <source>The connection to the agent was ended.</source>
        <translation>에이전트와의 연결을 끝냈습니다.</translation>
    </message>
    <message>
        <source>Too many requests wait already.</source>
        <translation>대기 중인 요청이 이미 너무 많습니다.</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>연결되어 있지 않습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::AgentDiagnosisPage</name>
    <message>
        <source>Why it is as it is</source>
        <translation>왜 이런 상태인가</translation>
    </message>
    <message>
        <source>Asks the agent with this credential; where it is not let in, tries what differs in one thing, and where it is, looks at how well the agent does. An agent may send a trap for each try that fails.</source>
        <translation>이 인증 정보로 에이전트에 요청합니다. 거부되면 한 가지씩 바꾸어 시도하고, 허용되면 에이전트의 상태를 살펴봅니다. 실패한 시도마다 에이전트가 트랩을 보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>“%1” is no network such as 10.0.0.0/8.</source>
        <translation>네트워크 형식이 아닙니다: %1 (예: 10.0.0.0/8)</translation>
    </message>
    <message>
        <source>There is no agent to ask.</source>
        <translation>요청할 에이전트가 없습니다.</translation>
    </message>
    <message>
        <source>What is tried out</source>
        <translation>시험할 항목</translation>
    </message>
    <message>
        <source>A walk, and many questions at once</source>
        <translation>워크와 동시 요청</translation>
    </message>
    <message>
        <source>Reads at most 5,000 objects, for at most 8 seconds.</source>
        <translation>최대 8초 동안 객체를 5,000개까지 읽습니다.</translation>
    </message>
    <message>
        <source>The communities public and private</source>
        <translation>커뮤니티 스트링 public과 private</translation>
    </message>
    <message>
        <source>Whether the agent answers a community that everybody knows.</source>
        <translation>널리 알려진 커뮤니티 스트링에 응답하는지 확인합니다.</translation>
    </message>
    <message>
        <source>Whether this credential may write</source>
        <translation>쓰기 권한</translation>
    </message>
    <message>
        <source>Writes sysContact with the value that it has.</source>
        <translation>sysContact에 원래 값을 그대로 씁니다.</translation>
    </message>
    <message>
        <source>Objects that are missed:</source>
        <translation>찾으려는 객체:</translation>
    </message>
    <message>
        <source>Networks where agents may be:</source>
        <translation>에이전트가 있어도 되는 네트워크:</translation>
    </message>
    <message>
        <source>Connect with %1</source>
        <translation>연결: %1</translation>
    </message>
    <message>
        <source>Connect with SNMPv%1</source>
        <translation>SNMPv%1 버전으로 연결</translation>
    </message>
    <message>
        <source>Connect with SNMPv%1 and “public”</source>
        <translation>SNMPv%1 버전과 “public”으로 연결</translation>
    </message>
    <message>
        <source>Connect with “%1”</source>
        <translation>커뮤니티 스트링 “%1” 사용</translation>
    </message>
    <message>
        <source>Use the first password for both</source>
        <translation>첫 번째 비밀번호를 둘 다에 사용</translation>
    </message>
    <message>
        <source>Exchange the two passwords</source>
        <translation>두 비밀번호 맞바꾸기</translation>
    </message>
    <message>
        <source>Other credentials…</source>
        <translation>다른 자격 증명…</translation>
    </message>
    <message>
        <source>Use authPriv…</source>
        <translation>authPriv 사용…</translation>
    </message>
    <message>
        <source>Connect without the context</source>
        <translation>컨텍스트 없이 연결</translation>
    </message>
    <message>
        <source>Connect without the context engine ID</source>
        <translation>컨텍스트 엔진 ID 없이 연결</translation>
    </message>
    <message>
        <source>Use bulk requests</source>
        <translation>GETBULK 요청 사용</translation>
    </message>
    <message>
        <source>Do without bulk requests</source>
        <translation>GETBULK 요청 쓰지 않기</translation>
    </message>
    <message numerus="yes">
        <source>At most %n request(s) at once</source>
        <translation>
            <numerusform>동시 요청을 최대 %n개로 제한</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s) for an answer</source>
        <translation>
            <numerusform>응답을 %n초까지 기다리기</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect to port %1</source>
        <translation>포트 %1번으로 연결</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>연결: %1</translation>
    </message>
    <message>
        <source>Walk all that it sees</source>
        <translation>보이는 것 모두 워크</translation>
    </message>
    <message>
        <source>Walk %1</source>
        <translation>워크: %1</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::AgentDialog</name>
    <message>
        <source>SNMPv3 needs the name of a user.</source>
        <translation>SNMPv3에는 사용자 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>A password of SNMPv3 has at least 8 characters.</source>
        <translation>SNMPv3 비밀번호는 8자 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>How to ask %1</source>
        <translation>조회 방법: %1</translation>
    </message>
    <message>
        <source>The agent did not accept what was used last, or did not answer it.</source>
        <translation>마지막에 쓴 자격 증명을 에이전트가 받아들이지 않았거나 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>The passwords of this user are not known yet.</source>
        <translation>이 사용자의 비밀번호가 아직 없습니다.</translation>
    </message>
    <message>
        <source>Version, and who you are to the agent. The connection is made again with it.</source>
        <translation>SNMP 버전과 에이전트에 쓸 자격 증명입니다. 이것으로 다시 연결합니다.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>커뮤니티 스트링</translation>
    </message>
    <message>
        <source>public, where it is left empty</source>
        <translation>비워 두면 public</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>보안 수준</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>인증</translation>
    </message>
    <message>
        <source>Its password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>암호화</translation>
    </message>
    <message>
        <source>The same, where it is left empty</source>
        <translation>비워 두면 인증 비밀번호와 같음</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Usually none</source>
        <translation>보통은 없음</translation>
    </message>
    <message>
        <source>Remember it in the keychain</source>
        <translation>키체인에 저장</translation>
    </message>
    <message>
        <source>Keep it until Portolan is closed</source>
        <translation>Portolan을 닫을 때까지 기억</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Who asks the second time. It is used for this comparison and kept nowhere.</source>
        <translation>두 번째로 조회할 때 쓸 인증 정보입니다. 이번 비교에만 쓰고 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::AgentLogin</name>
    <message>
        <source>The secret was not remembered: the keychain did not take it.</source>
        <translation>저장하지 못했습니다: 키체인이 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>The secret is remembered in the keychain.</source>
        <translation>키체인에 저장했습니다.</translation>
    </message>
    <message>
        <source>The secret is kept until Portolan is closed.</source>
        <translation>Portolan을 닫을 때까지 기억합니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::AlgorithmModel</name>
    <message>
        <source>Key exchange</source>
        <translation>키 교환</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>호스트 키</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>암호화</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>압축</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>강함</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>약함</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>깨짐</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>양쪽</translation>
    </message>
    <message>
        <source>server only</source>
        <translation>서버만</translation>
    </message>
    <message>
        <source>here only</source>
        <translation>이쪽만</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>알고리즘</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>등급</translation>
    </message>
    <message>
        <source>Offered by</source>
        <translation>제공</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::AuditPage</name>
    <message>
        <source>Hardening audit</source>
        <translation>보안 점검</translation>
    </message>
    <message>
        <source>Looks at what the server offers before a login: algorithms, key sizes, known attacks. It makes up to three short connections that do not log in.</source>
        <translation>서버가 로그인 전에 제시하는 알고리즘과 키 크기, 알려진 공격에 대한 대비를 살펴봅니다. 로그인하지 않는 짧은 연결을 최대 세 번 만듭니다.</translation>
    </message>
    <message>
        <source>The audit reaches a server directly; this one stands behind a jump host. Audit it from a place that reaches it.</source>
        <translation>점검은 서버에 직접 연결해야 하는데 이 서버는 점프 호스트 뒤에 있습니다. 서버에 직접 닿는 곳에서 점검하십시오.</translation>
    </message>
    <message>
        <source>Reading what the server offers</source>
        <translation>서버가 제시하는 알고리즘을 읽는 중</translation>
    </message>
    <message>
        <source>The audit was cancelled.</source>
        <translation>점검을 취소했습니다.</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Algorithms</source>
        <translation>알고리즘</translation>
    </message>
    <message>
        <source>Parts of the audit</source>
        <translation>점검 화면 구성</translation>
    </message>
    <message>
        <source>Filter the algorithms</source>
        <translation>알고리즘 필터</translation>
    </message>
    <message>
        <source>There is no address to connect to.</source>
        <translation>연결할 주소가 없습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::BrokerDiagnosisPage</name>
    <message>
        <source>What the broker says of itself</source>
        <translation>브로커가 알리는 자체 상태</translation>
    </message>
    <message>
        <source>Reads $SYS/# for a moment.</source>
        <translation>$SYS/#를 잠시 구독합니다.</translation>
    </message>
    <message>
        <source>What may be read and written</source>
        <translation>읽기와 쓰기 권한</translation>
    </message>
    <message>
        <source>Publishes below a scratch topic and looks whether it comes back.</source>
        <translation>임시 토픽 아래에 발행하고 되돌아오는지 확인합니다.</translation>
    </message>
    <message>
        <source>Delivery at QoS 0, 1 and 2</source>
        <translation>QoS 0, 1, 2의 전달</translation>
    </message>
    <message>
        <source>Publishes 500 numbered messages of each and counts losses, duplicates and order.</source>
        <translation>각각 번호를 붙인 메시지 500개를 발행하고 손실, 중복, 순서를 셉니다.</translation>
    </message>
    <message>
        <source>Whether all retained values come</source>
        <translation>보존 값이 모두 오는지</translation>
    </message>
    <message>
        <source>Compares what comes with what the broker says to keep.</source>
        <translation>실제로 온 것과 브로커가 보관한다고 알린 수를 비교합니다.</translation>
    </message>
    <message>
        <source>Messages for a client that is away</source>
        <translation>자리를 비운 클라이언트에게 보낸 메시지</translation>
    </message>
    <message>
        <source>Leaves with a session that lasts, and comes back.</source>
        <translation>지속 세션을 남기고 끊었다가 다시 연결합니다.</translation>
    </message>
    <message>
        <source>The last will</source>
        <translation>유언 메시지(LWT)</translation>
    </message>
    <message>
        <source>Cuts a connection of its own and waits for its will.</source>
        <translation>진단용 연결을 끊고 유언 메시지가 오는지 기다립니다.</translation>
    </message>
    <message>
        <source>Publishing while disconnected</source>
        <translation>연결이 끊긴 동안의 발행</translation>
    </message>
    <message>
        <source>How much is kept and what is dropped; 20,000 messages.</source>
        <translation>메시지 20,000개 중 얼마나 보관되고 버려지는지 확인합니다.</translation>
    </message>
    <message>
        <source>Why it is as it is</source>
        <translation>왜 이런 상태인가</translation>
    </message>
    <message>
        <source>Goes the way from the name to CONNACK, says where it ends and what helps, and tries out what is chosen above. It makes connections of its own.</source>
        <translation>이름 조회부터 CONNACK까지 차례로 확인하여 어디서 막혔고 무엇을 하면 되는지 알려 주고, 위에서 고른 항목을 시험합니다. 별도의 연결을 사용합니다.</translation>
    </message>
    <message>
        <source>There is no address to connect to.</source>
        <translation>연결할 주소가 없습니다.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>연결 중</translation>
    </message>
    <message>
        <source>From one broker to the other</source>
        <translation>한 브로커에서 다른 브로커로</translation>
    </message>
    <message>
        <source>What is tried out</source>
        <translation>시험할 항목</translation>
    </message>
    <message>
        <source>Other topics to try, which are written to:</source>
        <translation>추가로 시험할 토픽(실제로 발행됨):</translation>
    </message>
    <message>
        <source>A second broker, where it must arrive:</source>
        <translation>메시지가 도착해야 하는 두 번째 브로커:</translation>
    </message>
    <message>
        <source>Scratch topics, below which messages are tried:</source>
        <translation>메시지를 시험할 시험용 토픽의 상위 경로:</translation>
    </message>
    <message>
        <source>Connect with MQTT %1</source>
        <translation>MQTT %1 버전으로 연결</translation>
    </message>
    <message>
        <source>Trust this certificate…</source>
        <translation>이 인증서 신뢰…</translation>
    </message>
    <message>
        <source>Log in as a user…</source>
        <translation>사용자로 로그인…</translation>
    </message>
    <message>
        <source>Another password…</source>
        <translation>다른 비밀번호…</translation>
    </message>
    <message>
        <source>Connect with an identifier of its own</source>
        <translation>다른 클라이언트 ID로 연결</translation>
    </message>
    <message>
        <source>Keep the session for an hour</source>
        <translation>세션을 한 시간 유지</translation>
    </message>
    <message>
        <source>Connect with TLS</source>
        <translation>TLS로 연결</translation>
    </message>
    <message>
        <source>Subscribe again at QoS 0</source>
        <translation>QoS 0으로 다시 구독</translation>
    </message>
    <message>
        <source>Choose a scratch topic</source>
        <translation>시험용 토픽 선택</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::BrokerLogin</name>
    <message>
        <source>Password for %1</source>
        <translation>%1의 비밀번호</translation>
    </message>
    <message>
        <source>The broker did not accept the one that was kept.</source>
        <translation>저장해 둔 비밀번호를 브로커가 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>The broker is to know you as %1. Leave it empty where it asks for none.</source>
        <translation>사용자 이름: %1. 비밀번호가 필요 없는 브로커라면 비워 두십시오.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Remember it in the keychain</source>
        <translation>키체인에 저장</translation>
    </message>
    <message>
        <source>Keep it until Portolan is closed</source>
        <translation>Portolan을 닫을 때까지 기억</translation>
    </message>
    <message>
        <source>The password was not remembered: the keychain did not take it.</source>
        <translation>비밀번호를 저장하지 못했습니다. 키체인이 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>The password is remembered in the keychain.</source>
        <translation>비밀번호를 키체인에 저장했습니다.</translation>
    </message>
    <message>
        <source>The password is kept until Portolan is closed.</source>
        <translation>비밀번호를 Portolan을 닫을 때까지 기억합니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ChartPane</name>
    <message>
        <source>At most %1 series at a time.</source>
        <translation>한 번에 최대 %1개까지 그릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Take it out of the chart</source>
        <translation>차트에서 빼기</translation>
    </message>
    <message>
        <source>Take %1 out of the chart</source>
        <translation>차트에서 빼기: %1</translation>
    </message>
    <message>
        <source>%1 messages passed over: they came too fast to be drawn</source>
        <translation>너무 빨리 와서 그리지 못한 메시지: %1개</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>차트 저장</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장됨: %1</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1분</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5분</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1시간</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>How much time is shown</source>
        <translation>표시할 시간 범위</translation>
    </message>
    <message>
        <source>How much time is shown. The wheel zooms, dragging moves, a double click goes back to now.</source>
        <translation>표시할 시간 범위입니다. 휠로 확대하고 끌어서 이동하며, 두 번 클릭하면 현재로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Save the chart…</source>
        <translation>차트 저장…</translation>
    </message>
    <message>
        <source>Close the chart</source>
        <translation>차트 닫기</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ChartsPane</name>
    <message>
        <source>Clocks</source>
        <translation>시계</translation>
    </message>
    <message>
        <source>Save the charts</source>
        <translation>차트 저장</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5분</translation>
    </message>
    <message>
        <source>15 minutes</source>
        <translation>15분</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1시간</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24시간</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7일</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30일</translation>
    </message>
    <message>
        <source>Fit those that agree</source>
        <translation>일치하는 서버에 맞춤</translation>
    </message>
    <message>
        <source>Fit all</source>
        <translation>전체에 맞춤</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>로그 눈금</translation>
    </message>
    <message>
        <source>Bounds of all</source>
        <translation>모든 서버의 오차 한계</translation>
    </message>
    <message>
        <source>Bounds of the chosen one</source>
        <translation>선택한 서버의 오차 한계</translation>
    </message>
    <message>
        <source>No bounds</source>
        <translation>오차 한계 숨김</translation>
    </message>
    <message>
        <source>How much time is shown</source>
        <translation>표시할 시간 범위</translation>
    </message>
    <message>
        <source>How much time is shown. The wheel zooms, dragging moves, a double click goes back to now.</source>
        <translation>표시할 시간 범위입니다. 휠로 확대하고 끌어서 이동하며, 두 번 클릭하면 현재로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>눈금</translation>
    </message>
    <message>
        <source>The scale. A server that does not fit is named at the edge with its offset; the logarithmic scale shows nanoseconds and seconds at once, on both sides of zero.</source>
        <translation>세로 눈금입니다. 범위를 벗어난 서버는 가장자리에 오프셋과 함께 표시됩니다. 로그 눈금은 0을 기준으로 양쪽에 나노초부터 초까지 한꺼번에 보여 줍니다.</translation>
    </message>
    <message>
        <source>Bounds</source>
        <translation>오차 한계</translation>
    </message>
    <message>
        <source>The bound of each sample: beyond it the offset cannot be wrong, whatever way the packets took, if the server is right about itself.</source>
        <translation>각 샘플의 오차 한계입니다. 서버가 알린 값이 맞다면, 패킷이 어떤 경로로 오갔든 오프셋의 오차는 이 한계를 넘지 않습니다.</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>현재로 돌아가기</translation>
    </message>
    <message>
        <source>Goes on with the time of the moment.</source>
        <translation>현재 시각을 따라 다시 움직입니다.</translation>
    </message>
    <message>
        <source>Save the charts…</source>
        <translation>차트 저장…</translation>
    </message>
    <message>
        <source>Picture of the charts (*.png);;Drawing of the charts (*.svg);;Every sample of the time shown (*.csv)</source>
        <translation>차트 그림 (*.png);;차트 벡터 그림 (*.svg);;표시된 기간의 모든 샘플 (*.csv)</translation>
    </message>
    <message>
        <source>Every sample of the time shown goes into %1.</source>
        <translation>표시된 기간의 모든 샘플을 저장합니다: %1</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ClockAlarmsPage</name>
    <message>
        <source>Not confirmed by another server: %1</source>
        <translation>다른 서버가 확인하지 않은 경보: %1</translation>
    </message>
    <message>
        <source>No alarm is raised.</source>
        <translation>울린 경보가 없습니다.</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>경보</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>The usual ones</source>
        <translation>기본 규칙으로</translation>
    </message>
    <message>
        <source>Takes the rules that usually make sense, in place of these.</source>
        <translation>지금 규칙을 버리고 일반적으로 알맞은 규칙을 씁니다.</translation>
    </message>
    <message>
        <source>Raised above</source>
        <translation>경보 기준</translation>
    </message>
    <message>
        <source>Over below</source>
        <translation>해제 기준</translation>
    </message>
    <message>
        <source>Raised after</source>
        <translation>경보까지 지속 시간</translation>
    </message>
    <message>
        <source>Over after</source>
        <translation>해제까지 지속 시간</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Every server</source>
        <translation>모든 서버</translation>
    </message>
    <message>
        <source>Confirmation</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Only where two servers say so that do not follow each other</source>
        <translation>서로를 따르지 않는 서버 두 대가 같은 말을 할 때만</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>심각도</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Two independent servers</source>
        <translation>서로 독립된 서버 두 대</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ClockChart</name>
    <message>
        <source>Offset</source>
        <translation>오프셋</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>왕복 지연</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>지터</translation>
    </message>
    <message>
        <source>Clock stepped by %1</source>
        <translation>시계가 건너뜀: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (UTC %2)</source>
        <translation>%1 (UTC %2)</translation>
    </message>
    <message>
        <source>Offset %1</source>
        <translation>오프셋 %1</translation>
    </message>
    <message>
        <source>Delay %1, jitter %2</source>
        <translation>왕복 지연 %1, 지터 %2</translation>
    </message>
    <message>
        <source>Stamps: %1</source>
        <translation>타임스탬프: %1</translation>
    </message>
    <message>
        <source>From the history: stands for the samples around it.</source>
        <translation>기록에서 읽은 점으로, 앞뒤 샘플을 대표합니다.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock stepped by %1 at %2.</source>
        <translation>이 컴퓨터의 시계가 건너뛰었습니다: %1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n poll(s) gave no measurement</source>
        <translation>
            <numerusform>측정값이 없는 폴링 %n회</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, from %3 to %4.</source>
        <translation>%1: %2 (%3 ~ %4)</translation>
    </message>
    <message>
        <source>%1: %2, at %3.</source>
        <translation>%1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ClockDiagnosisPage</name>
    <message>
        <source>Why it is as it is</source>
        <translation>이렇게 된 까닭</translation>
    </message>
    <message>
        <source>There is no server to ask.</source>
        <translation>물어볼 서버가 없습니다.</translation>
    </message>
    <message>
        <source>Add servers…</source>
        <translation>서버 추가…</translation>
    </message>
    <message>
        <source>Recommended configuration…</source>
        <translation>권장 설정…</translation>
    </message>
    <message>
        <source>How the clock of a host is kept</source>
        <translation>호스트 시계의 유지 상태</translation>
    </message>
    <message>
        <source>Leave it out of the choice</source>
        <translation>선택에서 제외</translation>
    </message>
    <message>
        <source>Ask it with NTS</source>
        <translation>NTS로 묻기</translation>
    </message>
    <message>
        <source>Ask at port %1</source>
        <translation>포트 %1에 묻기</translation>
    </message>
    <message>
        <source>Ask with version 3</source>
        <translation>버전 3으로 묻기</translation>
    </message>
    <message>
        <source>Ask %1 in its place</source>
        <translation>대신 %1에 묻기</translation>
    </message>
    <message numerus="yes">
        <source>Wait %n second(s) for an answer</source>
        <translation>
            <numerusform>응답을 %n초까지 기다리기</numerusform>
        </translation>
    </message>
    <message>
        <source>Begin anew with it</source>
        <translation>처음부터 다시 묻기</translation>
    </message>
    <message>
        <source>What is tried out</source>
        <translation>시도할 항목</translation>
    </message>
    <message>
        <source>Other ways to servers that are silent</source>
        <translation>응답하지 않는 서버에 다른 방법으로 묻기</translation>
    </message>
    <message>
        <source>A ping, and single questions from port 123, with version 3, at another address; to a public server one every two seconds.</source>
        <translation>핑을 보내고, 포트 123에서, 버전 3으로, 다른 주소로 한 번씩 물어봅니다. 공개 서버에는 2초에 한 번만 보냅니다.</translation>
    </message>
    <message>
        <source>Whether servers without NTS offer it</source>
        <translation>NTS 없이 묻는 서버의 NTS 제공 여부</translation>
    </message>
    <message>
        <source>Opens a TCP connection to the port where NTS hands out keys.</source>
        <translation>NTS가 키를 나누어 주는 포트에 TCP로 연결합니다.</translation>
    </message>
    <message>
        <source>Whether control queries are answered</source>
        <translation>제어 질의에 응답하는지 여부</translation>
    </message>
    <message>
        <source>Sends one query of mode 6 and one of mode 7 to each server. Others may take that for a scan.</source>
        <translation>각 서버에 모드 6과 모드 7 질의를 하나씩 보냅니다. 상대가 스캔으로 여길 수 있습니다.</translation>
    </message>
    <message>
        <source>Looks at what the servers of this tab have answered so far and at how this computer keeps its clock, and tries what differs in one thing at servers that are silent. No clock is set.</source>
        <translation>이 탭의 서버가 지금까지 보낸 응답과 이 컴퓨터의 시계 관리 상태를 살펴보고, 응답이 없는 서버에는 조건을 하나씩 바꾸어 시험합니다. 시계는 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>How this computer keeps its clock</source>
        <translation>이 컴퓨터의 시계 관리 상태</translation>
    </message>
    <message>
        <source>Asks the time daemon, the kernel and the tools of a virtual machine, with commands that only read.</source>
        <translation>시간 데몬, 커널, 가상 머신 도구를 읽기 전용 명령으로 조회합니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ClockWords</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ~ %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>No server is asked.</source>
        <translation>묻고 있는 서버가 없습니다.</translation>
    </message>
    <message>
        <source>Name one above: its clock is compared with this computer&apos;s.</source>
        <translation>위에 서버 이름을 입력하면 그 시계를 이 컴퓨터의 시계와 비교합니다.</translation>
    </message>
    <message numerus="yes">
        <source>Asking %n server(s)…</source>
        <translation>
            <numerusform>서버 %n개에 묻는 중…</numerusform>
        </translation>
    </message>
    <message>
        <source>The first answers come within a second, a verdict after the third.</source>
        <translation>첫 응답은 1초 안에 오고, 응답이 몇 번 쌓이면 판정이 나옵니다.</translation>
    </message>
    <message>
        <source>The server has not answered.</source>
        <translation>서버가 응답하지 않았습니다.</translation>
    </message>
    <message numerus="yes">
        <source>None of the %n server(s) has answered.</source>
        <translation>
            <numerusform>서버 %n개가 모두 응답하지 않았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is known about this computer&apos;s clock. Explain says what may be in the way.</source>
        <translation>이 컴퓨터의 시계에 대해 알 수 있는 것이 없습니다. 원인은 진단에서 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>No server that answers can be believed.</source>
        <translation>응답하는 서버 중에 믿을 수 있는 것이 없습니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>The servers contradict each other: no majority of the %n that answer(s) has a time in common.</source>
        <translation>
            <numerusform>서버들의 시각이 서로 어긋납니다. 응답한 %n개 가운데 과반이 공유하는 시각이 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Whose clock is right cannot be told. With more servers a majority may show.</source>
        <translation>어느 시계가 맞는지 알 수 없습니다. 서버를 더 추가하면 과반이 드러날 수 있습니다.</translation>
    </message>
    <message>
        <source>By one server alone, this computer is %1 ahead, give or take %2.</source>
        <translation>서버 하나만을 기준으로, 이 컴퓨터는 %1 빠릅니다(오차 ±%2).</translation>
    </message>
    <message>
        <source>By one server alone, this computer is %1 behind, give or take %2.</source>
        <translation>서버 하나만을 기준으로, 이 컴퓨터는 %1 느립니다(오차 ±%2).</translation>
    </message>
    <message>
        <source>There is nobody to compare %1 with: with three more servers a wrong one would show.</source>
        <translation>%1: 비교할 다른 서버가 없습니다. 서버를 세 개 더 추가하면 틀린 서버를 가려낼 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n server(s) agree.</source>
        <translation>
            <numerusform>서버 %n개 중 %1개가 일치합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer is %1 ahead, give or take %2.</source>
        <translation>이 컴퓨터는 %1 빠릅니다(오차 ±%2).</translation>
    </message>
    <message>
        <source>This computer is %1 behind, give or take %2.</source>
        <translation>이 컴퓨터는 %1 느립니다(오차 ±%2).</translation>
    </message>
    <message>
        <source>%1 That is as right as these servers can tell.</source>
        <translation>%1 이 서버들로 확인할 수 있는 한 정확합니다.</translation>
    </message>
    <message>
        <source>%1 It is off by more than the measurement can be.</source>
        <translation>%1 측정 오차로 설명할 수 없을 만큼 어긋나 있습니다.</translation>
    </message>
    <message>
        <source>Looking the name up</source>
        <translation>이름 조회 중</translation>
    </message>
    <message>
        <source>Exchanging keys</source>
        <translation>키 교환 중</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>기준 서버</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>일치</translation>
    </message>
    <message>
        <source>Agrees, less well</source>
        <translation>일치(정밀도 낮음)</translation>
    </message>
    <message>
        <source>Stands apart</source>
        <translation>중심 벗어남</translation>
    </message>
    <message>
        <source>Outvoted</source>
        <translation>다수와 불일치</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>판정 불가</translation>
    </message>
    <message>
        <source>Too uncertain</source>
        <translation>오차가 너무 큼</translation>
    </message>
    <message>
        <source>Not synchronised</source>
        <translation>동기화 안 됨</translation>
    </message>
    <message>
        <source>Smears</source>
        <translation>윤초 스미어</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>제외함</translation>
    </message>
    <message>
        <source>Not authentic</source>
        <translation>인증 실패</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>묻는 중</translation>
    </message>
    <message>
        <source>Not believed</source>
        <translation>믿을 수 없는 응답</translation>
    </message>
    <message>
        <source>Turned away</source>
        <translation>요청 거절</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>연결할 수 없음</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>The addresses of its name are being looked up.</source>
        <translation>이름에 해당하는 주소를 조회하고 있습니다.</translation>
    </message>
    <message>
        <source>The keys of NTS are made over TLS first.</source>
        <translation>먼저 TLS로 NTS 키를 만들고 있습니다.</translation>
    </message>
    <message>
        <source>It does not want to be asked.</source>
        <translation>이 서버는 요청을 받지 않습니다.</translation>
    </message>
    <message>
        <source>The only one that can be believed; nobody to compare it with.</source>
        <translation>믿을 수 있는 유일한 서버이며, 비교할 서버가 없습니다.</translation>
    </message>
    <message>
        <source>It has the lowest stratum and the least uncertainty (%1) of those that agree.</source>
        <translation>일치하는 서버 중에서 Stratum이 가장 낮고 오차 한계가 가장 작습니다(%1).</translation>
    </message>
    <message>
        <source>It lies within what the majority agrees on, and counts in the mean.</source>
        <translation>과반이 일치하는 구간 안에 있으며 평균에 반영됩니다.</translation>
    </message>
    <message>
        <source>It agrees, but lies %1 away from the others: the mean is better without it.</source>
        <translation>일치하지만 다른 서버들과 %1 떨어져 있어, 빼는 편이 평균이 더 정확합니다.</translation>
    </message>
    <message>
        <source>Its interval, %1, touches theirs, but its middle lies outside what the majority agrees on.</source>
        <translation>다른 서버들과 겹치지만, 중심이 과반이 일치하는 구간을 벗어납니다. 이 서버의 구간: %1</translation>
    </message>
    <message>
        <source>Outvoted by %1: its interval, %2, has nothing in common with theirs.</source>
        <translation>다음 서버들의 구간과 겹치지 않습니다: %1. 이 서버의 구간: %2</translation>
    </message>
    <message>
        <source>No more than half of the servers have a time in common; its interval is %1.</source>
        <translation>과반이 공유하는 시각이 없습니다. 이 서버의 구간은 %1입니다.</translation>
    </message>
    <message>
        <source>It may be wrong by %1: more than the limit of %2.</source>
        <translation>한도보다 오차가 클 수 있습니다(최대 %1, 한도 %2).</translation>
    </message>
    <message>
        <source>It says itself that its clock is not set (leap indicator 3).</source>
        <translation>서버 스스로 시계가 맞춰지지 않았다고 알립니다(윤초 표시 3).</translation>
    </message>
    <message>
        <source>It says itself that it follows no clock (stratum %1).</source>
        <translation>서버 스스로 따르는 시계가 없다고 알립니다(Stratum %1).</translation>
    </message>
    <message>
        <source>It spreads leap seconds over hours, and the others do not: the two kinds must not be mixed.</source>
        <translation>윤초를 몇 시간에 걸쳐 나누어 반영하지만 다른 서버들은 그렇지 않습니다. 두 방식을 섞어 쓰면 안 됩니다.</translation>
    </message>
    <message>
        <source>You have left it out of the choice; it is asked all the same.</source>
        <translation>직접 판정에서 제외한 서버입니다. 요청은 계속 보냅니다.</translation>
    </message>
    <message>
        <source>It has been asked; its answer is awaited.</source>
        <translation>요청을 보내고 응답을 기다리고 있습니다.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>NTS</source>
        <translation>NTS</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>network card</source>
        <translation>네트워크 카드</translation>
    </message>
    <message>
        <source>program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>sent: %1, received: %2</source>
        <translation>송신: %1, 수신: %2</translation>
    </message>
    <message>
        <source>interleaved</source>
        <translation>인터리브</translation>
    </message>
    <message>
        <source>authenticated by NTS</source>
        <translation>NTS로 인증됨</translation>
    </message>
    <message>
        <source>authenticated by a key</source>
        <translation>키로 인증됨</translation>
    </message>
    <message>
        <source>+1 s today</source>
        <translation>오늘 +1초</translation>
    </message>
    <message>
        <source>−1 s today</source>
        <translation>오늘 −1초</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>맞춰지지 않음</translation>
    </message>
    <message>
        <source>The last eight polls, the newest at the right: a filled mark was answered. Reach %1 (octal).</source>
        <translation>최근 여덟 번의 요청이며 오른쪽이 최신입니다. 채워진 표시는 응답을 받은 요청입니다. Reach %1(8진수).</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::Command</name>
    <message>
        <source>Not possible now</source>
        <translation>지금은 할 수 없음</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::CommandPalette</name>
    <message>
        <source>What would you like to do?</source>
        <translation>무엇을 할까요?</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>명령 팔레트</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Nothing has such a name.</source>
        <translation>이런 이름의 항목이 없습니다.</translation>
    </message>
    <message>
        <source>↑ ↓ choose   Enter run   Esc close</source>
        <translation>↑ ↓ 선택   Enter 실행   Esc 닫기</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Not possible now</source>
        <translation>지금은 할 수 없음</translation>
    </message>
    <message>
        <source>Go to tab: %1</source>
        <translation>탭으로 이동: %1</translation>
    </message>
    <message>
        <source>Language: as the system</source>
        <translation>언어: 시스템 설정</translation>
    </message>
    <message>
        <source>Language: English</source>
        <translation>언어: 영어(English)</translation>
    </message>
    <message>
        <source>Language: Korean</source>
        <translation>언어: 한국어</translation>
    </message>
    <message>
        <source>Theme: as the system</source>
        <translation>테마: 시스템 설정</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>테마: 밝게</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>테마: 어둡게</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Connect: %1</source>
        <translation>연결: %1</translation>
    </message>
    <message>
        <source>Settings: %1</source>
        <translation>설정: %1</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ComparisonModel</name>
    <message>
        <source>%1 (was %2)</source>
        <translation>%1(이전 %2)</translation>
    </message>
    <message>
        <source>%1, noise</source>
        <translation>%1, 노이즈</translation>
    </message>
    <message>
        <source>Part of the tree</source>
        <translation>트리 부분</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>보이는 쪽</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>OID</source>
        <translation>OID</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::CompletionList</name>
    <message>
        <source>Save as a connection…</source>
        <translation>연결로 저장…</translation>
    </message>
    <message>
        <source>Forget this address</source>
        <translation>이 주소 지우기</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::CompletionModel</name>
    <message>
        <source>Connection</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>응답함</translation>
    </message>
    <message>
        <source>History</source>
        <translation>접속 기록</translation>
    </message>
    <message>
        <source>Practice lab</source>
        <translation>연습 환경</translation>
    </message>
    <message>
        <source>Practice server: %1</source>
        <translation>연습 서버: %1</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ConnectPage</name>
    <message>
        <source>Reconnect</source>
        <translation>다시 연결</translation>
    </message>
    <message>
        <source>Not connected: %1</source>
        <translation>연결되지 않음: %1</translation>
    </message>
    <message>
        <source>Connecting: %1</source>
        <translation>연결 중: %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Find the address</source>
        <translation>주소 찾기</translation>
    </message>
    <message>
        <source>Reach the server</source>
        <translation>서버 접속</translation>
    </message>
    <message>
        <source>Agree on encryption</source>
        <translation>암호화 협상</translation>
    </message>
    <message>
        <source>Check the host key</source>
        <translation>호스트 키 확인</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>Open the shell</source>
        <translation>셸 열기</translation>
    </message>
    <message>
        <source>waiting for your answer</source>
        <translation>응답 대기 중</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>원인 진단</translation>
    </message>
    <message>
        <source>Through %1</source>
        <translation>%1 경유</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ConnectionBar</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation>%1, 사용자 %2</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>연결 끊기</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>다시 연결</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>암호화되지 않음</translation>
    </message>
    <message>
        <source>Encrypted, not verified</source>
        <translation>암호화됨, 상대 미확인</translation>
    </message>
    <message>
        <source>Encrypted and verified</source>
        <translation>암호화됨, 상대 확인됨</translation>
    </message>
    <message>
        <source>What proves the other side</source>
        <translation>상대를 증명하는 것</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ConnectionModel</name>
    <message>
        <source>A folder needs a name without “/”.</source>
        <translation>폴더 이름은 비울 수 없고 “/”를 쓸 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ConnectionTree</name>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 / %L2</translation>
    </message>
    <message>
        <source>No connection matches this filter.</source>
        <translation>필터에 맞는 연결이 없습니다.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Filter: name, host, folder, #tag</source>
        <translation>필터: 이름, 호스트, 폴더, #태그</translation>
    </message>
    <message>
        <source>Filter the connections</source>
        <translation>연결 필터</translation>
    </message>
    <message>
        <source>All words must match. Initial consonants (ㅅㅇ) find 서울, and so does tjdnf.</source>
        <translation>모든 단어가 맞아야 합니다. 초성 ㅅㅇ이나 영문 자판으로 친 tjdnf로도 서울을 찾습니다.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>필터 지우기</translation>
    </message>
    <message>
        <source>No connections yet</source>
        <translation>아직 연결이 없습니다</translation>
    </message>
    <message>
        <source>Keep the hosts that you use: sorted in folders, found by a few letters, opened together.</source>
        <translation>자주 쓰는 호스트를 모아 두십시오. 폴더로 정리하고, 몇 글자로 찾고, 한꺼번에 열 수 있습니다.</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>새 연결</translation>
    </message>
    <message>
        <source>Add the practice lab</source>
        <translation>연습 환경 추가</translation>
    </message>
    <message>
        <source>Connect many</source>
        <translation>여러 연결 열기</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) will be opened, each in a tab of its own.</source>
        <translation>
            <numerusform>연결 %n개를 각각 새 탭에서 엽니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>%1개 연결</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>새 폴더</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (사본)</translation>
    </message>
    <message>
        <source>“%1” will be deleted.</source>
        <translation>삭제할 연결: “%1”</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) will be deleted.</source>
        <translation>
            <numerusform>연결 %n개가 삭제됩니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) will be deleted</source>
        <translation>
            <numerusform>폴더 %n개가 삭제됩니다</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, with nothing in it.</source>
        <translation>%1. 안은 비어 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1, with %n connection(s) in it.</source>
        <translation>
            <numerusform>%1. 안에 있는 연결 %n개도 함께 삭제됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Open tabs stay open.</source>
        <translation>열려 있는 탭은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Practice lab</source>
        <translation>연습 환경</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Connect in a new window</source>
        <translation>새 창에서 연결</translation>
    </message>
    <message>
        <source>Connect %1 in a new window</source>
        <translation>새 창에서 %1개 연결</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>편집…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>복제</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>주소 복사</translation>
    </message>
    <message>
        <source>Copy as command line</source>
        <translation>명령줄로 복사</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>New connection, folder, import</source>
        <translation>새 연결, 폴더, 가져오기</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::CredentialDialog</name>
    <message>
        <source>Passphrase</source>
        <translation>키 암호(passphrase)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>그대로 둡니다</translation>
    </message>
    <message>
        <source>is asked for when empty</source>
        <translation>비워 두면 로그인할 때 묻습니다</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>키 파일</translation>
    </message>
    <message>
        <source>New credential</source>
        <translation>새 인증 정보</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>인증 정보</translation>
    </message>
    <message>
        <source>Credential: %1</source>
        <translation>인증 정보: %1</translation>
    </message>
    <message>
        <source>Who you are to one or many hosts. The secret is kept in the keychain and is never shown.</source>
        <translation>하나 또는 여러 호스트에서 쓰는 신원입니다. 비밀은 키체인에 보관하며 화면에 표시하지 않습니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>인증 수단</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::CredentialsPage</name>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>키 파일</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>연결 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>The secret of “%1” is deleted from the keychain.</source>
        <translation>다음 인증 정보의 비밀을 키체인에서 삭제합니다: “%1”.</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) will ask for it again.</source>
        <translation>
            <numerusform>연결 %n개에서 다시 묻게 됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Forget credential</source>
        <translation>인증 정보 삭제</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>The keychain is locked, so nothing was changed in it. Unlock it first.</source>
        <translation>키체인이 잠겨 있어 아무것도 바꾸지 않았습니다. 먼저 잠금을 해제하십시오.</translation>
    </message>
    <message>
        <source>The keychain refused it.</source>
        <translation>키체인이 거부했습니다.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>키체인이 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Secrets are kept in the keychain of this desktop. It is open.</source>
        <translation>비밀은 이 데스크톱의 키체인에 보관합니다. 키체인은 열려 있습니다.</translation>
    </message>
    <message>
        <source>The keychain is locked. Until it is unlocked, you are asked for each secret.</source>
        <translation>키체인이 잠겨 있습니다. 잠금을 해제할 때까지 비밀을 매번 묻습니다.</translation>
    </message>
    <message>
        <source>There is no keychain here. Secrets are asked for each time, or kept until Portolan is closed.</source>
        <translation>이 컴퓨터에는 키체인이 없습니다. 비밀을 매번 묻거나 Portolan을 닫을 때까지만 기억합니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>인증 수단</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>사용처</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>인증 정보</translation>
    </message>
    <message>
        <source>A credential says who you are to one or many hosts: a user, and a password or a key. Add one here, or let a login remember what you type.</source>
        <translation>인증 정보는 하나 또는 여러 호스트에서 쓰는 사용자와 비밀번호 또는 키입니다. 여기에서 추가하거나 로그인할 때 입력한 것을 기억하게 하십시오.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>잠금 해제</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::DataTable</name>
    <message>
        <source>Save as CSV</source>
        <translation>CSV로 저장</translation>
    </message>
    <message>
        <source>Table (%1)</source>
        <translation>표 (%1)</translation>
    </message>
    <message>
        <source>Fit columns to their content</source>
        <translation>열 너비를 내용에 맞춤</translation>
    </message>
    <message>
        <source>Original order</source>
        <translation>원래 순서</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy with column names</source>
        <translation>열 이름과 함께 복사</translation>
    </message>
    <message>
        <source>Copy cell</source>
        <translation>셀 복사</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV로 저장…</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>필터에 맞는 항목이 없습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::Detour</name>
    <message>
        <source>The profiles are still being read, so the way is not known yet.</source>
        <translation>프로필을 아직 읽는 중이어서 경유지를 알 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::DiagnosisPage</name>
    <message>
        <source>Explanation</source>
        <translation>원인 진단</translation>
    </message>
    <message>
        <source>Goes up the steps from the name to the shell, times each, and says where it ends and what helps. It makes one connection of its own.</source>
        <translation>이름 조회부터 셸까지 단계를 차례로 밟아 걸린 시간을 재고, 어디에서 막혔는지와 해결 방법을 알려 줍니다. 따로 연결을 한 번 만듭니다.</translation>
    </message>
    <message>
        <source>Looking at keys and agent on this computer</source>
        <translation>이 컴퓨터의 키와 에이전트를 살펴보는 중</translation>
    </message>
    <message>
        <source>There is no address to connect to.</source>
        <translation>연결할 주소가 없습니다.</translation>
    </message>
    <message>
        <source>The diagnosis was cancelled.</source>
        <translation>진단을 취소했습니다.</translation>
    </message>
    <message>
        <source>Set the permissions right</source>
        <translation>권한 바로잡기</translation>
    </message>
    <message>
        <source>Connect with old algorithms</source>
        <translation>옛 알고리즘으로 연결</translation>
    </message>
    <message>
        <source>Open the file of known hosts</source>
        <translation>알려진 호스트 파일 열기</translation>
    </message>
    <message>
        <source>Choose a key…</source>
        <translation>키 선택…</translation>
    </message>
    <message>
        <source>Connect with the named keys only</source>
        <translation>지정한 키만으로 연결</translation>
    </message>
    <message>
        <source>Diagnose with a password…</source>
        <translation>비밀번호로 진단…</translation>
    </message>
    <message>
        <source>Choose a key</source>
        <translation>키 선택</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>%1 비밀번호</translation>
    </message>
    <message>
        <source>It is tried once, for this diagnosis, and kept nowhere.</source>
        <translation>이 진단에서 한 번만 시도하고 어디에도 저장하지 않습니다.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>진단</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::DiscoveryDialog</name>
    <message>
        <source>Find SNMP devices…</source>
        <translation>SNMP 장치 찾기…</translation>
    </message>
    <message>
        <source>Find the agents of a network, with what is known of them.</source>
        <translation>네트워크의 에이전트를 찾아 알려진 정보와 함께 보여 줍니다.</translation>
    </message>
    <message>
        <source>10.0.0.0/24, 10.0.0.1-50 or fd00::/120, several with blanks between them; !10.0.0.5 leaves one out.</source>
        <translation>10.0.0.0/24, 10.0.0.1-50, fd00::/120처럼 적고, 여러 개는 빈칸으로 나눕니다. !10.0.0.5처럼 적으면 제외합니다.</translation>
    </message>
    <message>
        <source>%1 addresses: at most %2 packets and %3 seconds, where nobody answers.</source>
        <translation>주소 %1개: 아무도 응답하지 않으면 최대 패킷 %2개, %3초가 걸립니다.</translation>
    </message>
    <message>
        <source>the typed community</source>
        <translation>입력한 커뮤니티</translation>
    </message>
    <message>
        <source>typed community %1</source>
        <translation>입력한 커뮤니티 %1</translation>
    </message>
    <message>
        <source>A password of SNMPv3 has at least 8 characters.</source>
        <translation>SNMPv3 비밀번호는 8자 이상입니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n saved credential(s) could not be read from the keychain.</source>
        <translation>
            <numerusform>저장된 자격 증명 %n개를 키체인에서 읽지 못했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the addresses</source>
        <translation>주소를 조회하는 중</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message numerus="yes">
        <source>%n agent(s)</source>
        <translation>
            <numerusform>에이전트 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 addresses</source>
        <translation>주소 %2개 중 %1개</translation>
    </message>
    <message>
        <source>%1 without an agent</source>
        <translation>에이전트 없음 %1개</translation>
    </message>
    <message>
        <source>%1 unreachable</source>
        <translation>도달 불가 %1개</translation>
    </message>
    <message>
        <source>%1 silent</source>
        <translation>응답 없음 %1개</translation>
    </message>
    <message>
        <source>%1 late answers</source>
        <translation>늦은 응답 %1개</translation>
    </message>
    <message>
        <source>%1 packets</source>
        <translation>패킷 %1개</translation>
    </message>
    <message>
        <source>Agents appear here as they answer.</source>
        <translation>응답하는 에이전트가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>No agent has answered.</source>
        <translation>응답한 에이전트가 없습니다.</translation>
    </message>
    <message>
        <source>What is found appears here.</source>
        <translation>찾은 장치가 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>SNMP community</source>
        <translation>SNMP 커뮤니티</translation>
    </message>
    <message>
        <source>SNMP user %1</source>
        <translation>SNMP 사용자 %1</translation>
    </message>
    <message>
        <source>The keychain did not take the credential; it will be asked for.</source>
        <translation>키체인이 자격 증명을 저장하지 못했습니다. 연결할 때 다시 묻습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) added to the folder SNMP.</source>
        <translation>
            <numerusform>SNMP 폴더에 연결 %n개를 추가했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the agents</source>
        <translation>에이전트 저장</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>Find SNMP devices</source>
        <translation>SNMP 장치 찾기</translation>
    </message>
    <message>
        <source>Asks every address of a range who it is, a few packets a second, and only reads. Wrong communities can make agents send traps: try few.</source>
        <translation>범위의 모든 주소에 초당 몇 개의 패킷으로 무엇인지 묻습니다. 읽기만 합니다. 틀린 커뮤니티 때문에 에이전트가 트랩을 보낼 수 있으니 적게 시도하십시오.</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Communities</source>
        <translation>커뮤니티</translation>
    </message>
    <message>
        <source>With blanks between them, tried in this order; “public” where nothing else is given.</source>
        <translation>빈칸으로 나누어 적은 순서대로 시도합니다. 아무것도 없으면 “public”으로 시도합니다.</translation>
    </message>
    <message>
        <source>User of SNMPv3</source>
        <translation>SNMPv3 사용자</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Packets a second</source>
        <translation>초당 패킷 수</translation>
    </message>
    <message>
        <source>Authentication password</source>
        <translation>인증 비밀번호</translation>
    </message>
    <message>
        <source>Privacy password</source>
        <translation>암호화 비밀번호</translation>
    </message>
    <message numerus="yes">
        <source>Try the credentials of the SNMP connections, too (%n)</source>
        <translation>
            <numerusform>SNMP 연결의 자격 증명도 시도(%n개)</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Add to the connections</source>
        <translation>연결에 추가</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::EmptyAgentPage</name>
    <message>
        <source>No answer from the agent yet</source>
        <translation>아직 에이전트의 응답이 없습니다</translation>
    </message>
    <message>
        <source>The agent answers</source>
        <translation>에이전트가 응답합니다</translation>
    </message>
    <message>
        <source>Choose an object in the tree, or type a name above. To begin with:</source>
        <translation>트리에서 객체를 고르거나 위에 이름을 입력하십시오. 처음이라면 다음부터 시작해 보십시오.</translation>
    </message>
    <message>
        <source>The tree and its descriptions can be read without one. What the agent says appears here. While the practice lab runs, the start page lists agents to try this on.</source>
        <translation>에이전트가 없어도 트리와 설명을 볼 수 있습니다. 에이전트의 응답은 여기에 나타납니다. 실습 환경이 실행 중이면 시작 페이지에 연습용 에이전트가 표시됩니다.</translation>
    </message>
    <message>
        <source>Who it is (system)</source>
        <translation>장비 정보(system)</translation>
    </message>
    <message>
        <source>Its interfaces as a table (ifTable)</source>
        <translation>인터페이스 표(ifTable)</translation>
    </message>
    <message>
        <source>Everything (walk)</source>
        <translation>전체 워크(walk)</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::EmptyBrokerPage</name>
    <message>
        <source>Not connected</source>
        <translation>연결되지 않음</translation>
    </message>
    <message>
        <source>What comes from the broker appears here as a tree of topics.</source>
        <translation>브로커에서 온 메시지가 여기에 토픽 트리로 나타납니다.</translation>
    </message>
    <message>
        <source>What do you want to listen to?</source>
        <translation>무엇을 구독하시겠습니까?</translation>
    </message>
    <message>
        <source>A broker sends only what you subscribe to. A topic filter names it: site/hall/temp is one topic, + stands for one level and # at the end for all below. Messages that come make the tree.</source>
        <translation>브로커는 구독한 것만 보냅니다. 토픽 필터로 대상을 정합니다. site/hall/temp는 토픽 하나, +는 한 단계, 끝의 #는 그 아래 전체를 뜻합니다. 도착한 메시지로 트리가 만들어집니다.</translation>
    </message>
    <message>
        <source>Waiting for messages</source>
        <translation>메시지를 기다리는 중</translation>
    </message>
    <message>
        <source>Nothing has come for the filters above yet. Retained values come at once, others when somebody publishes. A broker may also hold back what you are not allowed to read, without saying so.</source>
        <translation>위 필터에 해당하는 메시지가 아직 오지 않았습니다. 보존 값은 바로 오고, 나머지는 누군가 발행할 때 옵니다. 읽기 권한이 없는 메시지를 브로커가 알리지 않고 보내지 않을 수도 있습니다.</translation>
    </message>
    <message>
        <source>Type a topic filter</source>
        <translation>토픽 필터 입력</translation>
    </message>
    <message>
        <source>Show what the broker says of itself (%1)</source>
        <translation>브로커 상태 보기(%1)</translation>
    </message>
    <message>
        <source>Everything (#)…</source>
        <translation>전체 구독(#)…</translation>
    </message>
    <message>
        <source># asks for every message of everybody: on a busy broker more than it or your network may carry. Some brokers cut such clients off.</source>
        <translation>#는 모든 클라이언트의 모든 메시지를 요청합니다. 바쁜 브로커에서는 브로커나 네트워크가 감당하지 못할 수 있으며, 이런 클라이언트를 끊는 브로커도 있습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::EmptyNtpPage</name>
    <message>
        <source>Whose clock is right?</source>
        <translation>어느 시계가 맞을까요?</translation>
    </message>
    <message>
        <source>Name four or more servers: with fewer, a wrong one cannot be told from a right one. Within seconds the first verdict on this computer&apos;s clock stands above. Nothing here ever sets a clock.</source>
        <translation>서버를 네 개 이상 지정하십시오. 그보다 적으면 맞는 서버와 틀린 서버를 가려낼 수 없습니다. 몇 초 안에 이 컴퓨터의 시계에 대한 첫 판정이 위에 나타납니다. 여기서는 시계를 절대 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>Choose well-known servers…</source>
        <translation>알려진 서버 선택…</translation>
    </message>
    <message>
        <source>Type the servers of your own network</source>
        <translation>사내 서버 직접 입력</translation>
    </message>
    <message>
        <source>Take over chrony.conf or ntp.conf…</source>
        <translation>chrony.conf 또는 ntp.conf 가져오기…</translation>
    </message>
    <message>
        <source>While the practice lab runs, the start page lists clocks to try this on, right ones and liars.</source>
        <translation>실습실이 실행 중이면 시작 페이지에 연습용 서버가 나타납니다. 맞는 시계도 있고 거짓말하는 시계도 있습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::EmptyTrapPage</name>
    <message>
        <source>Waiting for notifications</source>
        <translation>알림을 기다리는 중입니다</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>수신하지 않음</translation>
    </message>
    <message>
        <source>Listening on %1. Have devices send their traps and informs to this machine, and they appear here in words, also those that were rejected, with the reason. SNMPv3 needs its users on the list.</source>
        <translation>수신 주소: %1. 장비가 트랩과 인폼을 이 컴퓨터로 보내면 여기에 뜻을 풀어 표시합니다. 거부된 메시지도 이유와 함께 표시합니다. SNMPv3는 사용자가 목록에 있어야 합니다.</translation>
    </message>
    <message>
        <source>Start listening above. Traps and informs of every version appear here in words, also those that were rejected, with the reason.</source>
        <translation>위에서 수신을 시작하십시오. 모든 버전의 트랩과 인폼을 여기에 뜻을 풀어 표시하고, 거부된 메시지도 이유와 함께 표시합니다.</translation>
    </message>
    <message>
        <source>Send a notification to try it</source>
        <translation>시험 삼아 알림 보내기</translation>
    </message>
    <message>
        <source>Users of SNMPv3</source>
        <translation>SNMPv3 사용자</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::EventList</name>
    <message>
        <source>Events</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>Show or hide what happened (Ctrl+Shift+Y)</source>
        <translation>이벤트 표시/숨기기(Ctrl+Shift+Y)</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>아직 이벤트가 없습니다.</translation>
    </message>
    <message>
        <source>This event belongs to no tab.</source>
        <translation>이 이벤트는 탭에 속하지 않습니다.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>Filter events</source>
        <translation>이벤트 거르기</translation>
    </message>
    <message>
        <source>All severities</source>
        <translation>모든 심각도</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>경고와 오류</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>심각도</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Show new events again</source>
        <translation>새 이벤트를 다시 표시합니다</translation>
    </message>
    <message>
        <source>Pause the list</source>
        <translation>목록을 멈춰 둡니다</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>CSV로 저장</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>목록 지우기</translation>
    </message>
    <message numerus="yes">
        <source>Paused, %n event(s) waiting</source>
        <translation>
            <numerusform>일시 정지됨, 대기 중인 이벤트 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 older events dropped</source>
        <translation>이전 이벤트 %1건이 버려짐</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::EventModel</name>
    <message>
        <source>Information</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Success</source>
        <translation>성공</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>심각도</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ExplainDrawer</name>
    <message>
        <source>Save the findings</source>
        <translation>결과 저장</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장됨: %1</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>%n개 더 보기</numerusform>
        </translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Copy or save the findings</source>
        <translation>결과 복사 또는 저장</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>모두 복사</translation>
    </message>
    <message>
        <source>Save as Markdown…</source>
        <translation>Markdown으로 저장…</translation>
    </message>
    <message>
        <source>Save as HTML…</source>
        <translation>HTML로 저장…</translation>
    </message>
    <message>
        <source>Save as JSON…</source>
        <translation>JSON으로 저장…</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::FieldList</name>
    <message>
        <source>Copy value</source>
        <translation>값 복사</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>모두 복사</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::FilterBar</name>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>대문자와 소문자 구분</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>정규식</translation>
    </message>
    <message>
        <source>Column to search</source>
        <translation>찾을 열</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>모든 열</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::FindingCard</name>
    <message>
        <source>Copy this finding</source>
        <translation>이 결과 복사</translation>
    </message>
    <message>
        <source>Copy the advice</source>
        <translation>조언 복사</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>간단히 보기</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>자세히 보기</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::FoundModel</name>
    <message>
        <source>An SNMPv3 agent; none of the credentials lets in.</source>
        <translation>SNMPv3 에이전트입니다. 맞는 자격 증명이 없습니다.</translation>
    </message>
    <message>
        <source>Another device has the same engine ID: %1.</source>
        <translation>다른 장치의 엔진 ID가 같습니다: %1.</translation>
    </message>
    <message>
        <source>The same device, it seems, as %1.</source>
        <translation>같은 장치로 보이는 주소: %1.</translation>
    </message>
    <message>
        <source>Answered from %1.</source>
        <translation>응답한 주소: %1.</translation>
    </message>
    <message>
        <source>Answered late.</source>
        <translation>늦게 응답했습니다.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Vendor</source>
        <translation>제조사</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>자격 증명</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>왕복 시간</translation>
    </message>
    <message>
        <source>Up for</source>
        <translation>가동 시간</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>위치</translation>
    </message>
    <message>
        <source>About</source>
        <translation>설명</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::GraphPage</name>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source>At most %1 series at a time.</source>
        <translation>한 번에 최대 %1개까지 그릴 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Went through zero %n time(s); the rate counts that.</source>
        <translation>
            <numerusform>카운터가 %n번 한 바퀴 돌았으며, 속도에 반영했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Began anew %n time(s); there is no point for that.</source>
        <translation>
            <numerusform>카운터가 %n번 초기화되어 그 구간은 그리지 않았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take it out of the graph</source>
        <translation>그래프에서 제거</translation>
    </message>
    <message>
        <source>Take %1 out of the graph</source>
        <translation>그래프에서 제거: %1</translation>
    </message>
    <message numerus="yes">
        <source>The agent has no number for %n of them.</source>
        <translation>
            <numerusform>이 가운데 %n개는 에이전트에 숫자 값이 없습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A counter or the agent began anew %n time(s).</source>
        <translation>
            <numerusform>카운터 초기화나 에이전트 재시작이 %n번 있었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>A rate needs two answers: the line begins with the second.</source>
        <translation>속도를 구하려면 응답이 두 번 필요하므로 두 번째 응답부터 선이 그려집니다.</translation>
    </message>
    <message>
        <source>Save the graph</source>
        <translation>그래프 저장</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장됨: %1</translation>
    </message>
    <message>
        <source>Choose a number in the results or in a table and press “Draw”: it is asked for every few seconds. Counters become rates.</source>
        <translation>결과나 표에서 숫자 값을 고르고 “그래프 그리기”를 누르십시오. 몇 초마다 값을 조회하며, 카운터는 초당 속도로 그립니다.</translation>
    </message>
    <message>
        <source>Every %1 s</source>
        <translation>%1초마다</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1분</translation>
    </message>
    <message>
        <source>5 minutes</source>
        <translation>5분</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1시간</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>How often the agent is asked</source>
        <translation>폴링 주기</translation>
    </message>
    <message>
        <source>How much time is shown. The wheel zooms, dragging moves, a double click goes back to now.</source>
        <translation>표시할 시간 범위입니다. 휠로 확대하고 끌어서 이동하며, 두 번 누르면 현재로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Go on asking</source>
        <translation>폴링 계속</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>폴링 멈춤</translation>
    </message>
    <message>
        <source>Save the graph…</source>
        <translation>그래프 저장…</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::HostClockPage</name>
    <message>
        <source>%1 is being asked.</source>
        <translation>조회 중입니다: %1</translation>
    </message>
    <message>
        <source>This computer is being asked.</source>
        <translation>이 컴퓨터를 조회하고 있습니다.</translation>
    </message>
    <message>
        <source>This computer, or USER@HOST</source>
        <translation>이 컴퓨터 또는 USER@HOST</translation>
    </message>
    <message>
        <source>Empty for this computer; an SSH address, or @ and the name of a saved connection, for another one</source>
        <translation>비워 두면 이 컴퓨터, 다른 호스트는 SSH 주소 또는 @와 저장된 연결 이름</translation>
    </message>
    <message>
        <source>Host whose clock is looked at</source>
        <translation>시계를 확인할 호스트</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>The host is asked with commands that only read: who keeps its clock, what that says, what the kernel counts with, and whether it is a virtual machine. Nothing there is changed.</source>
        <translation>읽기만 하는 명령으로 호스트를 조회합니다. 무엇이 시계를 맞추는지, 그 상태는 어떤지, 커널이 무엇으로 시각을 세는지, 가상 머신인지 확인하며 아무것도 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>The clock of a host</source>
        <translation>호스트의 시계</translation>
    </message>
    <message>
        <source>The clock of this computer</source>
        <translation>이 컴퓨터의 시계</translation>
    </message>
    <message>
        <source>The clock of %1</source>
        <translation>호스트 %1의 시계</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>chronyd runs here and does not answer chronyc. Where it takes commands (cmdport):</source>
        <translation>chronyd가 실행 중이나 chronyc에 응답하지 않습니다. 명령 포트(cmdport):</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::HostKeyDialog</name>
    <message>
        <source>Host key of %1</source>
        <translation>호스트 키: %1</translation>
    </message>
    <message>
        <source>Is this really %1?</source>
        <translation>정말 이 서버가 맞습니까? %1</translation>
    </message>
    <message>
        <source>This host has not been seen before. It proves itself with this key:</source>
        <translation>처음 연결하는 호스트입니다. 다음 키를 제시했습니다:</translation>
    </message>
    <message>
        <source>%1 shows a key of another algorithm</source>
        <translation>%1: 다른 알고리즘의 키를 제시했습니다</translation>
    </message>
    <message>
        <source>This host is known, but by keys of other algorithms. Now it shows this key:</source>
        <translation>알려진 호스트이지만 다른 알고리즘의 키로 알려져 있습니다. 이번에는 다음 키를 제시했습니다:</translation>
    </message>
    <message>
        <source>Known: %1 %2</source>
        <translation>알려진 키: %1 %2</translation>
    </message>
    <message>
        <source>A certificate authority is trusted for this host (%1), but certificates cannot be checked here.</source>
        <translation>이 호스트에는 신뢰하는 인증 기관이 지정되어 있지만(%1), 여기서는 인증서를 검사할 수 없습니다.</translation>
    </message>
    <message>
        <source>Compare it with what the administrator of the host says. Accept it only if both are the same: another key means another computer.</source>
        <translation>호스트 관리자가 알려 준 값과 비교하십시오. 둘이 같을 때만 수락하십시오. 키가 다르면 다른 컴퓨터입니다.</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>Accept once</source>
        <translation>이번만 수락</translation>
    </message>
    <message>
        <source>The key is accepted for this connection only.</source>
        <translation>이번 연결에서만 키를 수락합니다.</translation>
    </message>
    <message>
        <source>Accept always</source>
        <translation>항상 수락</translation>
    </message>
    <message>
        <source>The key is written to the list of known hosts.</source>
        <translation>알려진 호스트 목록에 키를 기록합니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ImportDialog</name>
    <message>
        <source>The file “%1” cannot be read.</source>
        <translation>파일을 읽을 수 없습니다: “%1”</translation>
    </message>
    <message>
        <source>Exported connections (JSON)</source>
        <translation>내보낸 연결(JSON)</translation>
    </message>
    <message>
        <source>JSON (*.json);;All files (*)</source>
        <translation>JSON (*.json);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1개 가져오기</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message>
        <source>Choose the file.</source>
        <translation>파일을 선택해 주십시오.</translation>
    </message>
    <message>
        <source>Import from</source>
        <translation>가져올 곳</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>연결 가져오기</translation>
    </message>
    <message>
        <source>Nothing is changed before you choose Import. Passwords are not taken over.</source>
        <translation>가져오기를 누르기 전에는 아무것도 바뀌지 않습니다. 비밀번호는 가져오지 않습니다.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>Another file…</source>
        <translation>다른 파일…</translation>
    </message>
    <message>
        <source>Into folder</source>
        <translation>넣을 폴더</translation>
    </message>
    <message>
        <source>The top of the list</source>
        <translation>목록 맨 위</translation>
    </message>
    <message>
        <source>If a name is taken</source>
        <translation>이름이 겹치면</translation>
    </message>
    <message>
        <source>Add it under another name</source>
        <translation>다른 이름으로 추가</translation>
    </message>
    <message>
        <source>Replace the one here</source>
        <translation>지금 있는 것을 대체</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>가져오지 않음</translation>
    </message>
    <message>
        <source>What would be imported</source>
        <translation>가져올 연결</translation>
    </message>
    <message>
        <source>What could not be taken over</source>
        <translation>가져오지 못한 것</translation>
    </message>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Export connections</source>
        <translation>연결 내보내기</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ImportModel</name>
    <message>
        <source>New</source>
        <translation>새로 추가</translation>
    </message>
    <message>
        <source>Already here</source>
        <translation>이미 있음</translation>
    </message>
    <message>
        <source>Changed: replaces the one here</source>
        <translation>바뀜: 지금 있는 것을 대체</translation>
    </message>
    <message>
        <source>Cannot be taken over</source>
        <translation>가져올 수 없음</translation>
    </message>
    <message>
        <source>Name taken: replaces the one here</source>
        <translation>이름 겹침: 지금 있는 것을 대체</translation>
    </message>
    <message>
        <source>Name taken: added under another name</source>
        <translation>이름 겹침: 다른 이름으로 추가</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>처리</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::InterfacePage</name>
    <message>
        <source>Language and look</source>
        <translation>언어와 모양</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정 따름</translation>
    </message>
    <message>
        <source>The whole window changes at once, also while sessions run.</source>
        <translation>세션이 실행 중이어도 창 전체에 바로 적용됩니다.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::IntervalsView</name>
    <message>
        <source>As soon as servers answer, each has a bar here: the true time lies within it if the server is right. Bars that have nothing in common with most others are wrong.</source>
        <translation>서버가 응답하면 여기에 막대가 하나씩 나타납니다. 서버가 맞다면 실제 시각은 그 막대 안에 있습니다. 다른 막대 대부분과 겹치지 않는 막대는 틀린 서버입니다.</translation>
    </message>
    <message>
        <source>this computer</source>
        <translation>이 컴퓨터</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::KeyLogin</name>
    <message>
        <source>As in the server&apos;s key file: HEX: and digits, ASCII: and text, or text alone. It is kept until Portolan is closed.</source>
        <translation>서버의 키 파일에 적힌 대로 입력하십시오. HEX: 뒤에 16진수, ASCII: 뒤에 글자, 또는 글자만 쓸 수 있습니다. Portolan을 닫을 때까지 보관합니다.</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>%1의 키</translation>
    </message>
    <message>
        <source>Key %1 for %2</source>
        <translation>%2의 키 %1</translation>
    </message>
    <message>
        <source>Key (%1)</source>
        <translation>키(%1)</translation>
    </message>
    <message>
        <source>Use the key</source>
        <translation>키 사용</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::KeyPassphrase</name>
    <message>
        <source>Key passphrase for %1</source>
        <translation>키 암호(passphrase): %1</translation>
    </message>
    <message>
        <source>The passphrase that is remembered does not open the key file: %1</source>
        <translation>기억해 둔 키 암호(passphrase)로는 키 파일이 열리지 않습니다: %1</translation>
    </message>
    <message>
        <source>This passphrase does not open the key file: %1</source>
        <translation>이 키 암호로는 키 파일이 열리지 않습니다: %1</translation>
    </message>
    <message>
        <source>The key of the client certificate is locked. The passphrase stays on this computer: %1</source>
        <translation>클라이언트 인증서의 키가 잠겨 있습니다. 키 암호는 이 컴퓨터 밖으로 나가지 않습니다: %1</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>키 암호</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Remember it in the keychain</source>
        <translation>키체인에 저장</translation>
    </message>
    <message>
        <source>Keep it until Portolan is closed</source>
        <translation>Portolan을 닫을 때까지 기억하기</translation>
    </message>
    <message>
        <source>The passphrase was not remembered: %1</source>
        <translation>키 암호를 기억하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>The passphrase was not remembered: the keychain did not take it.</source>
        <translation>키 암호를 저장하지 못했습니다. 키체인이 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>The passphrase is remembered in the keychain.</source>
        <translation>키 암호를 키체인에 저장했습니다.</translation>
    </message>
    <message>
        <source>The passphrase is kept until Portolan is closed.</source>
        <translation>키 암호를 Portolan을 닫을 때까지 기억합니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::KeyView</name>
    <message>
        <source>Host</source>
        <translation>호스트</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>루트</translation>
    </message>
    <message>
        <source>Intermediate</source>
        <translation>중간</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>%1, %2 bits</source>
        <translation>%1, %2비트</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>Recorded</source>
        <translation>기록 위치</translation>
    </message>
    <message>
        <source>The certificate has expired.</source>
        <translation>인증서가 만료되었습니다.</translation>
    </message>
    <message>
        <source>The certificate is not valid yet.</source>
        <translation>인증서의 유효 기간이 아직 시작되지 않았습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The certificate expires in %n day(s).</source>
        <translation>
            <numerusform>인증서가 %n일 뒤에 만료됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The certificate is signed by itself: nobody else vouches for it.</source>
        <translation>자체 서명 인증서입니다. 다른 누구도 보증하지 않습니다.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>주체</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>이름</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> 외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>발급자</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>유효 시작</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>유효 끝</translation>
    </message>
    <message>
        <source>%1 (over)</source>
        <translation>%1 (만료)</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n day(s) left)</source>
        <translation>
            <numerusform>%1 (%n일 남음)</numerusform>
        </translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>서명</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>일련번호</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::KeysPage</name>
    <message>
        <source>The space bar and the keys that switch languages belong to the input method.</source>
        <translation>스페이스 바와 한/영 전환 키는 입력기가 사용합니다.</translation>
    </message>
    <message>
        <source>Programs in a terminal get all other keys, so a command has Ctrl+Shift and one more key.</source>
        <translation>다른 키는 모두 터미널 속 프로그램에 전달되므로, 명령에는 Ctrl+Shift와 다른 키 하나를 함께 써야 합니다.</translation>
    </message>
    <message>
        <source>Alt and the key with the logo belong to the desktop and to the input method.</source>
        <translation>Alt 키와 로고 키는 데스크톱과 입력기가 사용합니다.</translation>
    </message>
    <message>
        <source>Switch the keyboard to Latin letters and press the keys again.</source>
        <translation>영문 자판으로 바꾼 뒤 키를 다시 누르십시오.</translation>
    </message>
    <message>
        <source>%1 has another command already: %2</source>
        <translation>%1: 이미 다른 명령에 지정되어 있습니다. (%2)</translation>
    </message>
    <message>
        <source>The command has no keys now.</source>
        <translation>명령의 단축키를 없앴습니다.</translation>
    </message>
    <message>
        <source>The keys hold from now on.</source>
        <translation>지금부터 이 단축키를 사용합니다.</translation>
    </message>
    <message>
        <source>Choose a command</source>
        <translation>명령을 선택하십시오</translation>
    </message>
    <message>
        <source>Click into the field and press the new keys.</source>
        <translation>입력 칸을 클릭하고 새 키를 누르십시오.</translation>
    </message>
    <message>
        <source>Search by command or keys</source>
        <translation>명령이나 키로 찾기</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>새 키</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>단축키 없음</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>기본 키</translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation>이 명령에 지정</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::MainWindow</name>
    <message>
        <source>Addresses with %1:// cannot be opened; these can: %2</source>
        <translation>%1:// 주소는 열 수 없습니다. 열 수 있는 주소: %2</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>새 탭</translation>
    </message>
    <message>
        <source>Duplicate tab</source>
        <translation>탭 복제</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>탭 닫기</translation>
    </message>
    <message>
        <source>Go to the address field</source>
        <translation>주소 입력란으로 이동</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>다음 탭</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>이전 탭</translation>
    </message>
    <message>
        <source>Show or hide the events</source>
        <translation>이벤트 표시/숨기기</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>%1 - Portolan</source>
        <translation>%1 - Portolan</translation>
    </message>
    <message>
        <source>Portolan</source>
        <translation>Portolan</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>About Portolan</source>
        <translation>Portolan 정보</translation>
    </message>
    <message>
        <source>Portolan %1</source>
        <translation>Portolan %1</translation>
    </message>
    <message>
        <source>Desktop console for people who run networks.

Free software: you may use, study, share and change it under the GNU General Public License, version 3 or later. There is no warranty.

Qt %1</source>
        <translation>네트워크를 운영하는 사람을 위한 데스크톱 콘솔입니다.

자유 소프트웨어입니다. GNU 일반 공중 사용 허가서(GPL) 버전 3 또는 그 이후 버전에 따라 사용하고 연구하고 공유하고 고칠 수 있습니다. 보증은 없습니다.

Qt %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>창 닫기</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) will end.</source>
        <translation>
            <numerusform>세션 %n개가 종료됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Split right</source>
        <translation>오른쪽으로 나누기</translation>
    </message>
    <message>
        <source>Split below</source>
        <translation>아래로 나누기</translation>
    </message>
    <message>
        <source>Go to the split at the left</source>
        <translation>왼쪽 칸으로 가기</translation>
    </message>
    <message>
        <source>Go to the split at the right</source>
        <translation>오른쪽 칸으로 가기</translation>
    </message>
    <message>
        <source>Go to the split above</source>
        <translation>위쪽 칸으로 가기</translation>
    </message>
    <message>
        <source>Go to the split below</source>
        <translation>아래쪽 칸으로 가기</translation>
    </message>
    <message>
        <source>Move the tab to the next split</source>
        <translation>탭을 다음 칸으로 옮기기</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>새 창</translation>
    </message>
    <message>
        <source>Move the tab to a new window</source>
        <translation>탭을 새 창으로 옮기기</translation>
    </message>
    <message>
        <source>There is no other split.</source>
        <translation>다른 칸이 없습니다.</translation>
    </message>
    <message>
        <source>This tab has no connection.</source>
        <translation>이 탭에는 연결이 없습니다.</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>명령 팔레트</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>원인 진단</translation>
    </message>
    <message>
        <source>There is nothing to explain in this tab.</source>
        <translation>이 탭에는 진단할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Connect all tabs</source>
        <translation>모든 탭 연결</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>The tab of this event is closed.</source>
        <translation>이 이벤트의 탭은 닫혔습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::MatrixModel</name>
    <message>
        <source>%1 and %2 have not both answered within a minute.</source>
        <translation>%1, %2: 두 서버가 1분 안에 함께 응답한 적이 없습니다.</translation>
    </message>
    <message>
        <source>%1 minus %2: %3
Asked %4 apart</source>
        <translation>%1 − %2: %3
물은 시각 차이: %4</translation>
    </message>
    <message>
        <source>More than both can be wrong together: one of them is not right.</source>
        <translation>두 서버의 오차 한계를 더한 것보다 큽니다. 둘 중 하나는 틀렸습니다.</translation>
    </message>
    <message>
        <source>Within what both can be wrong together.</source>
        <translation>두 서버의 오차 한계를 더한 범위 안입니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::MatrixPage</name>
    <message>
        <source>With a second server the two are compared here.</source>
        <translation>서버를 하나 더 추가하면 여기에서 서로 비교합니다.</translation>
    </message>
    <message>
        <source>No two servers have answered within a minute of each other yet.</source>
        <translation>아직 1분 안에 함께 응답한 서버가 없습니다.</translation>
    </message>
    <message>
        <source>No two servers contradict each other.</source>
        <translation>서로 어긋나는 서버가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of %1 contradict each other (≠).</source>
        <translation>
            <numerusform>%1쌍 중 %n쌍이 서로 어긋납니다(≠).</numerusform>
        </translation>
    </message>
    <message>
        <source>Server against server</source>
        <translation>서버끼리 비교</translation>
    </message>
    <message>
        <source>The server of the row minus that of the column. This computer&apos;s clock plays no part in it.</source>
        <translation>행의 서버에서 열의 서버를 뺀 값입니다. 이 컴퓨터의 시계는 영향을 주지 않습니다.</translation>
    </message>
    <message>
        <source>All pairs are being compared…</source>
        <translation>모든 쌍을 비교하고 있습니다…</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::MessageExport</name>
    <message>
        <source>The topic is not there any more.</source>
        <translation>토픽이 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>파일을 쓸 수 없습니다: %1</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::MessageModel</name>
    <message>
        <source>%1 R</source>
        <comment>QoS, retained</comment>
        <translation>%1 R</translation>
    </message>
    <message>
        <source>Message %1, UTC %2</source>
        <translation>메시지 %1, UTC %2</translation>
    </message>
    <message>
        <source>QoS %1</source>
        <translation>QoS %1</translation>
    </message>
    <message>
        <source>retained: it was there before the subscription</source>
        <translation>보존 메시지: 구독하기 전부터 있던 것입니다</translation>
    </message>
    <message>
        <source>delivered again (DUP)</source>
        <translation>다시 전달됨(DUP)</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>페이로드</translation>
    </message>
    <message>
        <source>QoS</source>
        <translation>QoS</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::Metric</name>
    <message>
        <source>RTT</source>
        <translation>왕복 지연(RTT)</translation>
    </message>
    <message>
        <source>Round-trip time of the last keepalive request to the server and back.</source>
        <translation>마지막 연결 유지(keepalive) 요청이 서버까지 다녀온 시간입니다.</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Time since the login.</source>
        <translation>로그인한 뒤 지난 시간입니다.</translation>
    </message>
    <message>
        <source>Keepalive</source>
        <translation>연결 유지(keepalive)</translation>
    </message>
    <message>
        <source>Interval of the keepalive requests.</source>
        <translation>연결 유지(keepalive) 요청 간격입니다.</translation>
    </message>
    <message>
        <source>Rekeys</source>
        <translation>키 재교환</translation>
    </message>
    <message>
        <source>Key exchanges after the first one.</source>
        <translation>첫 키 교환(KEX) 이후의 키 교환 횟수입니다.</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받음</translation>
    </message>
    <message>
        <source>Bytes that came from the server.</source>
        <translation>서버에서 받은 바이트입니다.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>Bytes that went to the server.</source>
        <translation>서버로 보낸 바이트입니다.</translation>
    </message>
    <message>
        <source>Reconnects</source>
        <translation>재연결</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>not measurable</source>
        <translation>측정 불가</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>How often this tab connected again.</source>
        <translation>이 탭에서 다시 연결한 횟수입니다.</translation>
    </message>
    <message>
        <source>Retransmits</source>
        <translation>재전송</translation>
    </message>
    <message>
        <source>TCP segments that this computer had to send again.</source>
        <translation>이 컴퓨터가 다시 보내야 했던 TCP 세그먼트 수입니다.</translation>
    </message>
    <message>
        <source>No keepalive request has been answered yet, or none are sent.</source>
        <translation>아직 응답이 온 연결 유지 요청이 없거나 요청을 보내지 않습니다.</translation>
    </message>
    <message>
        <source>This connection sends no keepalive requests.</source>
        <translation>이 연결은 연결 유지 요청을 보내지 않습니다.</translation>
    </message>
    <message>
        <source>The operating system does not tell for this connection.</source>
        <translation>운영 체제가 이 연결의 값을 알려 주지 않습니다.</translation>
    </message>
    <message>
        <source>Messages/s</source>
        <translation>초당 메시지</translation>
    </message>
    <message>
        <source>Messages received a second.</source>
        <translation>1초 동안 받은 메시지 수입니다.</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Topics that were seen on this connection.</source>
        <translation>이 연결에서 본 토픽 수입니다.</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>보관</translation>
    </message>
    <message>
        <source>Memory of topics, last values and history.</source>
        <translation>토픽, 마지막 값, 기록이 차지하는 메모리입니다.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Messages that are no longer in the history, or had no place in it.</source>
        <translation>기록에서 밀려났거나 들어갈 자리가 없던 메시지 수입니다.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Own messages that wait for a connection or a place on it.</source>
        <translation>연결이나 전송 차례를 기다리는, 이쪽에서 보낼 메시지 수입니다.</translation>
    </message>
    <message>
        <source>Retained</source>
        <translation>보존</translation>
    </message>
    <message>
        <source>By QoS</source>
        <translation>QoS별</translation>
    </message>
    <message>
        <source>Messages received, by their QoS.</source>
        <translation>QoS별로 센 받은 메시지 수입니다.</translation>
    </message>
    <message>
        <source>Messages that came with the retain flag: what the broker keeps.</source>
        <translation>보존(retain) 표시가 있는 메시지 수입니다. 브로커가 보관하는 값입니다.</translation>
    </message>
    <message>
        <source>Takeovers</source>
        <translation>세션 가로채기</translation>
    </message>
    <message>
        <source>How often the connection ended as it does when another client uses the same client identifier.</source>
        <translation>다른 클라이언트가 같은 클라이언트 ID로 접속했을 때처럼 연결이 끊긴 횟수입니다.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실률</translation>
    </message>
    <message>
        <source>Requests without an answer, of those sent.</source>
        <translation>보낸 요청 가운데 응답이 없었던 비율입니다.</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>아직 보낸 요청이 없습니다.</translation>
    </message>
    <message>
        <source>Last walk</source>
        <translation>마지막 워크</translation>
    </message>
    <message>
        <source>How long the last walk or table took.</source>
        <translation>마지막 워크나 표 조회에 걸린 시간입니다.</translation>
    </message>
    <message>
        <source>Nothing has been walked yet.</source>
        <translation>아직 워크를 실행하지 않았습니다.</translation>
    </message>
    <message>
        <source>Rows a request</source>
        <translation>요청당 행</translation>
    </message>
    <message>
        <source>Rows that a request of the last walk brought.</source>
        <translation>마지막 워크에서 요청 하나가 가져온 행 수입니다.</translation>
    </message>
    <message>
        <source>Traps a second</source>
        <translation>초당 트랩</translation>
    </message>
    <message>
        <source>Notifications received a second, over the last five.</source>
        <translation>최근 5초 동안 1초에 수신한 알림 수입니다.</translation>
    </message>
    <message>
        <source>Nothing is listened for.</source>
        <translation>수신하고 있지 않습니다.</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>오프셋</translation>
    </message>
    <message>
        <source>What the majority of the servers says: their time minus this computer&apos;s.</source>
        <translation>과반이 일치하는 값입니다. 서버 시각에서 이 컴퓨터의 시각을 뺀 것입니다.</translation>
    </message>
    <message>
        <source>No majority of the servers agrees.</source>
        <translation>과반이 일치하지 않습니다.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>지터</translation>
    </message>
    <message>
        <source>How much the servers that agree differ.</source>
        <translation>일치하는 서버들 사이의 차이입니다.</translation>
    </message>
    <message>
        <source>Stratum</source>
        <translation>Stratum</translation>
    </message>
    <message>
        <source>Of the server that leads.</source>
        <translation>기준 서버의 값입니다.</translation>
    </message>
    <message>
        <source>No server leads.</source>
        <translation>기준 서버가 없습니다.</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>도달률</translation>
    </message>
    <message>
        <source>Of the last eight polls of the server that leads, those answered.</source>
        <translation>기준 서버에 보낸 최근 여덟 번의 요청 중 응답을 받은 비율입니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::MetricsLine</name>
    <message>
        <source>Copy all values</source>
        <translation>모든 값 복사</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>원인 진단</translation>
    </message>
    <message>
        <source>Explain what happens here (Ctrl+Shift+E)</source>
        <translation>왜 이런 상태인지 알아보기(Ctrl+Shift+E)</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::MibPane</name>
    <message>
        <source>Reading MIB modules: %1 of %2 files</source>
        <translation>MIB 모듈 읽는 중: 파일 %2개 중 %1개</translation>
    </message>
    <message>
        <source>Reading MIB modules…</source>
        <translation>MIB 모듈 읽는 중…</translation>
    </message>
    <message>
        <source>Nothing was found. A module that defines it may not be loaded.</source>
        <translation>찾은 객체가 없습니다. 객체를 정의하는 모듈이 로드되지 않았을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 found, the best %2 are shown</source>
        <translation>%1개 찾음, 상위 %2개 표시</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n개 찾음</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 modules  ·  %2 objects</source>
        <translation>모듈 %1개  ·  객체 %2개</translation>
    </message>
    <message>
        <source>Find by name, OID, description</source>
        <translation>이름, OID, 설명으로 찾기</translation>
    </message>
    <message>
        <source>Find in the MIB</source>
        <translation>MIB에서 찾기</translation>
    </message>
    <message>
        <source>MIB tree</source>
        <translation>MIB 트리</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>찾은 결과</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::MibTreeModel</name>
    <message>
        <source>Single value</source>
        <translation>단일 값(스칼라)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Row of a table</source>
        <translation>표의 행</translation>
    </message>
    <message>
        <source>Column of a table</source>
        <translation>표의 열</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>알림(NOTIFICATION)</translation>
    </message>
    <message>
        <source>Trap of SNMPv1</source>
        <translation>SNMPv1 트랩</translation>
    </message>
    <message>
        <source>Group of objects</source>
        <translation>객체 그룹</translation>
    </message>
    <message>
        <source>Group of notifications</source>
        <translation>알림 그룹</translation>
    </message>
    <message>
        <source>What agents must support</source>
        <translation>에이전트 요구 사항</translation>
    </message>
    <message>
        <source>What an agent supports</source>
        <translation>에이전트 지원 범위</translation>
    </message>
    <message>
        <source>MIB module</source>
        <translation>MIB 모듈</translation>
    </message>
    <message>
        <source>Named identity</source>
        <translation>이름 있는 식별자</translation>
    </message>
    <message>
        <source>Branch of the tree</source>
        <translation>트리 가지</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ModuleModel</name>
    <message>
        <source>No module in this file</source>
        <translation>파일에 모듈 없음</translation>
    </message>
    <message>
        <source>Loaded, with errors</source>
        <translation>로드됨(오류 있음)</translation>
    </message>
    <message>
        <source>Loaded</source>
        <translation>로드됨</translation>
    </message>
    <message>
        <source>Loaded in part</source>
        <translation>일부만 로드됨</translation>
    </message>
    <message>
        <source>Not used: another file has it</source>
        <translation>사용 안 함: 다른 파일과 중복</translation>
    </message>
    <message>
        <source>Not loaded</source>
        <translation>로드 실패</translation>
    </message>
    <message>
        <source>%1 comes with Portolan.</source>
        <translation>%1: Portolan에 포함된 모듈입니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n definition(s) have no place in the tree.</source>
        <translation>
            <numerusform>정의 %n개는 트리에 자리가 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is wrong with it.</source>
        <translation>문제가 없습니다.</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>모듈</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>객체</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ModulesPage</name>
    <message>
        <source>Add a folder of MIB modules</source>
        <translation>MIB 모듈 폴더 추가</translation>
    </message>
    <message>
        <source>Add files of MIB modules</source>
        <translation>MIB 모듈 파일 추가</translation>
    </message>
    <message>
        <source>Take it out of the list; the files stay</source>
        <translation>목록에서 제거(파일은 그대로 남음)</translation>
    </message>
    <message>
        <source>Take %1 out of the list</source>
        <translation>목록에서 제거: %1</translation>
    </message>
    <message>
        <source>Reading: %1 of %2 files</source>
        <translation>읽는 중: 파일 %2개 중 %1개</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>읽는 중…</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) read in %1</source>
        <translation>
            <numerusform>파일 %n개를 읽음(%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>문제 있음 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>all of them loaded</source>
        <translation>모두 로드됨</translation>
    </message>
    <message>
        <source>Not there: %1</source>
        <translation>없음: %1</translation>
    </message>
    <message>
        <source>There are more files than are read.</source>
        <translation>파일이 너무 많아 일부만 읽었습니다.</translation>
    </message>
    <message>
        <source>Find a module</source>
        <translation>모듈 찾기</translation>
    </message>
    <message>
        <source>MIB modules</source>
        <translation>MIB 모듈</translation>
    </message>
    <message>
        <source>No module.</source>
        <translation>모듈이 없습니다.</translation>
    </message>
    <message>
        <source>Choose a module: what is wrong with it, and where, stands here.</source>
        <translation>모듈을 고르면 무엇이 어디에서 잘못되었는지 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>What is wrong with the module</source>
        <translation>모듈의 문제</translation>
    </message>
    <message>
        <source>Where modules come from</source>
        <translation>모듈 위치</translation>
    </message>
    <message>
        <source>Folders of other programs on this machine</source>
        <translation>이 컴퓨터의 다른 프로그램 폴더</translation>
    </message>
    <message>
        <source>There are none.</source>
        <translation>없습니다.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>폴더 추가…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>파일 추가…</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Files and folders can be dropped on the tab, too. Nothing is ever downloaded.</source>
        <translation>파일과 폴더를 탭에 끌어다 놓아도 됩니다. 인터넷에서 내려받는 일은 없습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::MqttImport</name>
    <message>
        <source>There is no file “%1”.</source>
        <translation>파일이 없습니다: “%1”</translation>
    </message>
    <message>
        <source>MQTTX, exported as JSON</source>
        <translation>MQTTX(JSON으로 내보낸 파일)</translation>
    </message>
    <message>
        <source>JSON files (*.json);;All files (*)</source>
        <translation>JSON 파일 (*.json);;모든 파일 (*)</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::MqttPanel</name>
    <message>
        <source>No password was given.</source>
        <translation>비밀번호를 입력하지 않았습니다.</translation>
    </message>
    <message>
        <source>MQTT</source>
        <translation>MQTT</translation>
    </message>
    <message>
        <source>A broker&apos;s topics as a tree that stays quick with a million of them: every message decoded, compared and drawn, and the truth about what was left out.</source>
        <translation>토픽이 백만 개여도 빠른 트리로 브로커를 살펴봅니다. 모든 메시지를 해석하고 비교하고 그려 주며, 무엇이 빠졌는지 그대로 알려 줍니다.</translation>
    </message>
    <message>
        <source>Type mqtt://host into the field above, or mqtts:// for TLS, and press Enter.</source>
        <translation>위 입력란에 mqtt://host를, TLS라면 mqtts://를 입력하고 Enter를 누르십시오.</translation>
    </message>
    <message>
        <source>Subscribe to a topic filter such as site/# and open the tree.</source>
        <translation>site/# 같은 토픽 필터를 구독하고 트리를 펼치십시오.</translation>
    </message>
    <message>
        <source>Choose a topic to see its messages; publish to it at the right.</source>
        <translation>토픽을 골라 메시지를 보고, 오른쪽에서 발행하십시오.</translation>
    </message>
    <message>
        <source>Subscribe to a topic filter</source>
        <translation>토픽 필터 구독</translation>
    </message>
    <message>
        <source>Find topics</source>
        <translation>토픽 찾기</translation>
    </message>
    <message>
        <source>Show or hide the form to publish</source>
        <translation>발행 양식 보이기/숨기기</translation>
    </message>
    <message>
        <source>Show or hide what the broker says of itself</source>
        <translation>브로커 상태 보이기/숨기기</translation>
    </message>
    <message>
        <source>Show or hide the retained values</source>
        <translation>보존 값 보이기/숨기기</translation>
    </message>
    <message>
        <source>Show or hide the packets</source>
        <translation>패킷 보이기/숨기기</translation>
    </message>
    <message>
        <source>Follow the newest message, or pause</source>
        <translation>최신 메시지 따라가기/일시 정지</translation>
    </message>
    <message>
        <source>Show or hide the chart</source>
        <translation>차트 보이기/숨기기</translation>
    </message>
    <message>
        <source>Forget everything that was received</source>
        <translation>받은 것 모두 지우기</translation>
    </message>
    <message>
        <source>Connect to the broker again</source>
        <translation>브로커에 다시 연결</translation>
    </message>
    <message>
        <source>The connection has not ended.</source>
        <translation>연결이 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>Forget everything</source>
        <translation>모두 지우기</translation>
    </message>
    <message>
        <source>All topics and messages that were received in this tab go. The broker keeps what it has.</source>
        <translation>이 탭에서 받은 토픽과 메시지가 모두 지워집니다. 브로커에 있는 것은 그대로입니다.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>The connection was ended here.</source>
        <translation>이쪽에서 연결을 끝냈습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Another client with the same client identifier takes the session: %n time(s) so far.</source>
        <translation>
            <numerusform>같은 클라이언트 ID를 쓰는 다른 클라이언트가 세션을 가로챕니다. 지금까지 %n회입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The broker refused the subscription to %1.</source>
        <translation>브로커가 구독을 거부했습니다: %1</translation>
    </message>
    <message>
        <source>Connected; the broker had kept the session.</source>
        <translation>연결했습니다. 브로커에 세션이 남아 있었습니다.</translation>
    </message>
    <message>
        <source>Connected with a new session.</source>
        <translation>새 세션으로 연결했습니다.</translation>
    </message>
    <message>
        <source>%1 It is tried again by itself.</source>
        <translation>%1 자동으로 다시 시도합니다.</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>Another password…</source>
        <translation>다른 비밀번호…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Trust it…</source>
        <translation>신뢰…</translation>
    </message>
    <message>
        <source>Trust this certificate?</source>
        <translation>이 인증서를 신뢰하시겠습니까?</translation>
    </message>
    <message>
        <source>From now on %1 must show exactly the certificate with this SHA-256 fingerprint, and nothing else of it is checked. Compare it with one that you have from its administrator:
%2</source>
        <translation>앞으로 %1 연결에서는 이 SHA-256 지문(fingerprint)의 인증서만 받아들이며, 다른 항목은 확인하지 않습니다. 관리자에게서 받은 지문과 비교하십시오.
%2</translation>
    </message>
    <message>
        <source>Trust it</source>
        <translation>신뢰</translation>
    </message>
    <message>
        <source>Export what was received</source>
        <translation>받은 것 내보내기</translation>
    </message>
    <message>
        <source>Last values, CSV (*.csv)</source>
        <translation>마지막 값, CSV (*.csv)</translation>
    </message>
    <message>
        <source>Last messages, can be published again (*.json)</source>
        <translation>마지막 메시지, 다시 발행 가능 (*.json)</translation>
    </message>
    <message>
        <source>All messages of the history, can be published again (*.json)</source>
        <translation>기록의 모든 메시지, 다시 발행 가능 (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written to %1.</source>
        <translation>
            <numerusform>메시지 %n개 저장: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n of them only the beginning was kept.</source>
        <translation>
            <numerusform>이 중 %n개는 앞부분만 보관되어 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>This tab was open when the program ended the last time.</source>
        <translation>지난번에 프로그램이 끝날 때 열려 있던 탭입니다.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>발행</translation>
    </message>
    <message>
        <source>Broker</source>
        <translation>브로커</translation>
    </message>
    <message>
        <source>Retained</source>
        <translation>보존</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>패킷</translation>
    </message>
    <message>
        <source>What travels between both sides appears here: no payloads.</source>
        <translation>양쪽이 주고받는 패킷이 여기에 나타납니다. 페이로드는 기록하지 않습니다.</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>진단</translation>
    </message>
    <message>
        <source>The tree shows the messages of a file, until a broker is connected.</source>
        <translation>브로커에 연결할 때까지 트리에 파일의 메시지를 표시합니다.</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>파일 표시</translation>
    </message>
    <message>
        <source>What was received in this tab goes and makes room for the messages of the file.</source>
        <translation>이 탭에서 받은 내용을 지우고 파일의 메시지를 표시합니다.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Draw a number of the shown message</source>
        <translation>표시된 메시지의 숫자를 차트에 그리기</translation>
    </message>
    <message>
        <source>Copy the shown value</source>
        <translation>표시된 값 복사</translation>
    </message>
    <message>
        <source>%1 through %2</source>
        <translation>%1 (%2 경유)</translation>
    </message>
    <message>
        <source>Another passphrase…</source>
        <translation>다른 키 암호…</translation>
    </message>
    <message>
        <source>No passphrase was given.</source>
        <translation>키 암호를 입력하지 않았습니다.</translation>
    </message>
    <message>
        <source>User for %1</source>
        <translation>사용자: %1</translation>
    </message>
    <message>
        <source>The password is asked for next.</source>
        <translation>비밀번호는 다음에 묻습니다.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>The command is in the clipboard, without the password.</source>
        <translation>비밀번호를 뺀 명령을 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Show the value</source>
        <translation>값 보기</translation>
    </message>
    <message>
        <source>Show what changed</source>
        <translation>변경된 부분 보기</translation>
    </message>
    <message>
        <source>Show the bytes</source>
        <translation>바이트 보기</translation>
    </message>
    <message>
        <source>Show the properties of the message</source>
        <translation>메시지 속성 보기</translation>
    </message>
    <message>
        <source>Replay saved messages</source>
        <translation>저장한 메시지 재생</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::MqttProfilePage</name>
    <message>
        <source>Version of MQTT</source>
        <translation>MQTT 버전</translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation>설정을 따름</translation>
    </message>
    <message>
        <source>Client identifier</source>
        <translation>클라이언트 ID</translation>
    </message>
    <message>
        <source>Made by chance for each connection</source>
        <translation>연결할 때마다 임의로 만듦</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Begin with a new one (clean start)</source>
        <translation>새 세션으로 시작(clean start)</translation>
    </message>
    <message>
        <source>It lasts</source>
        <translation>유지 시간</translation>
    </message>
    <message>
        <source> s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Until the connection ends</source>
        <translation>연결이 끝날 때까지</translation>
    </message>
    <message>
        <source>Keepalive</source>
        <translation>연결 유지(keepalive)</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>구독</translation>
    </message>
    <message>
        <source>One topic filter a line, a QoS behind it: site/# 1</source>
        <translation>한 줄에 토픽 필터 하나, 뒤에 QoS: site/# 1</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>찾아보기…</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>인증 기관(CA)</translation>
    </message>
    <message>
        <source>Those of the system</source>
        <translation>시스템의 인증 기관</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>클라이언트 인증서</translation>
    </message>
    <message>
        <source>Its key</source>
        <translation>인증서의 키</translation>
    </message>
    <message>
        <source>Host name</source>
        <translation>호스트 이름</translation>
    </message>
    <message>
        <source>The certificate must be for it</source>
        <translation>인증서가 이 호스트의 것이어야 함</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>HTTP login</source>
        <translation>HTTP 로그인</translation>
    </message>
    <message>
        <source>None: MQTT&apos;s own</source>
        <translation>없음(MQTT 로그인만)</translation>
    </message>
    <message>
        <source>Basic, with user and password</source>
        <translation>Basic(사용자와 비밀번호)</translation>
    </message>
    <message>
        <source>Bearer, the password is the token</source>
        <translation>Bearer(비밀번호가 토큰)</translation>
    </message>
    <message>
        <source>Last will</source>
        <translation>유언 메시지(LWT)</translation>
    </message>
    <message>
        <source>Topic that is published to when the connection breaks</source>
        <translation>연결이 끊기면 발행할 토픽</translation>
    </message>
    <message>
        <source>Its payload</source>
        <translation>유언 페이로드</translation>
    </message>
    <message>
        <source>Its delivery</source>
        <translation>유언 전달</translation>
    </message>
    <message>
        <source>Retain</source>
        <translation>보존</translation>
    </message>
    <message>
        <source>Other options</source>
        <translation>기타 옵션</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::MqttSettingsPage</name>
    <message>
        <source>What is kept</source>
        <translation>보관</translation>
    </message>
    <message>
        <source>History of all topics</source>
        <translation>모든 토픽의 기록</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>Of each payload</source>
        <translation>페이로드마다</translation>
    </message>
    <message>
        <source>KiB</source>
        <translation>KiB</translation>
    </message>
    <message>
        <source>Topics at most</source>
        <translation>최대 토픽 수</translation>
    </message>
    <message>
        <source>The last message of every topic is kept besides. It counts for tabs that are opened from now on; what is left out is counted in the tab.</source>
        <translation>이와 별도로 모든 토픽의 마지막 메시지를 보관합니다. 지금부터 여는 탭에 적용되며, 제외된 것은 탭에서 셉니다.</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>The options of an address or a profile win over what stands here.</source>
        <translation>주소나 프로필의 옵션이 여기 설정보다 우선합니다.</translation>
    </message>
    <message>
        <source>Version of MQTT</source>
        <translation>MQTT 버전</translation>
    </message>
    <message>
        <source>5</source>
        <translation>5</translation>
    </message>
    <message>
        <source>3.1.1</source>
        <translation>3.1.1</translation>
    </message>
    <message>
        <source>Keepalive every</source>
        <translation>연결 유지(keepalive) 간격</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>초</translation>
    </message>
    <message>
        <source>How payloads are decoded</source>
        <translation>페이로드 해석 방법</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>%1행: %2</translation>
    </message>
    <message>
        <source>Line %1: behind the filter stands a decoder, such as json or hex.</source>
        <translation>%1행: 필터 뒤에는 json이나 hex 같은 해석 방법을 써야 합니다.</translation>
    </message>
    <message>
        <source>A line for each rule: a topic filter and one of text, json, cbor, messagepack, protobuf, sparkplug, image, hex, base64, from-base64; behind text a character set, behind protobuf the folder of .proto files and the message. The first that matches decides, else what the payload looks like.</source>
        <translation>한 줄에 규칙 하나: 토픽 필터와 text, json, cbor, messagepack, protobuf, sparkplug, image, hex, base64, from-base64 중 하나를 씁니다. text 뒤에는 문자 집합을, protobuf 뒤에는 .proto 파일의 폴더와 메시지 이름을 쓸 수 있습니다. 처음 일치하는 규칙을 따르고, 없으면 페이로드의 모양으로 판단합니다.</translation>
    </message>
    <message>
        <source>× 1,000</source>
        <translation>× 1,000개</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::NoticeBar</name>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::NtpImport</name>
    <message>
        <source>chrony, the servers of chrony.conf</source>
        <translation>chrony(chrony.conf의 서버)</translation>
    </message>
    <message>
        <source>ntpd, the servers of ntp.conf</source>
        <translation>ntpd(ntp.conf의 서버)</translation>
    </message>
    <message>
        <source>systemd-timesyncd, the servers of timesyncd.conf</source>
        <translation>systemd-timesyncd(timesyncd.conf의 서버)</translation>
    </message>
    <message>
        <source>Configuration files (*.conf);;All files (*)</source>
        <translation>설정 파일 (*.conf);;모든 파일 (*)</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::NtpPanel</name>
    <message>
        <source>%1 is not asked: its key was not given.</source>
        <translation>%1: 키를 입력하지 않아 묻지 않습니다.</translation>
    </message>
    <message>
        <source>Give the key…</source>
        <translation>키 입력…</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s)</source>
        <translation>
            <numerusform>%1 외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is asked already.</source>
        <translation>%1: 이미 묻고 있는 서버입니다.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장됨: %1</translation>
    </message>
    <message>
        <source>Ask all now</source>
        <translation>모두 지금 묻기</translation>
    </message>
    <message>
        <source>Begin anew with it</source>
        <translation>처음부터 다시 측정</translation>
    </message>
    <message>
        <source>Let it count again</source>
        <translation>다시 판정에 포함</translation>
    </message>
    <message>
        <source>Leave it out: what do the others say?</source>
        <translation>제외해 보기: 나머지만으로 판정</translation>
    </message>
    <message>
        <source>Do not ask it any more</source>
        <translation>더 이상 묻지 않기</translation>
    </message>
    <message>
        <source>Copy the rows</source>
        <translation>행 복사</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>주소 복사</translation>
    </message>
    <message>
        <source>Copy as chronyd -Q</source>
        <translation>chronyd -Q 명령으로 복사</translation>
    </message>
    <message>
        <source>Copy as ntpdig</source>
        <translation>ntpdig 명령으로 복사</translation>
    </message>
    <message>
        <source>Copy as sntp</source>
        <translation>sntp 명령으로 복사</translation>
    </message>
    <message>
        <source>Open with</source>
        <translation>다음으로 열기</translation>
    </message>
    <message>
        <source>A shell there (SSH)</source>
        <translation>해당 호스트의 셸(SSH)</translation>
    </message>
    <message>
        <source>What its agent says (SNMP)</source>
        <translation>해당 호스트의 에이전트(SNMP)</translation>
    </message>
    <message>
        <source>NTP</source>
        <translation>NTP</translation>
    </message>
    <message>
        <source>Whose clock is right, by how much, how sure that is, and why: several time servers at once, drawn with their bounds. This computer&apos;s clock is never touched.</source>
        <translation>어느 시계가 얼마나 맞는지, 얼마나 확실한지, 왜 그런지 보여 줍니다. 여러 시간 서버를 오차 한계와 함께 한꺼번에 그립니다. 이 컴퓨터의 시계는 건드리지 않습니다.</translation>
    </message>
    <message>
        <source>Type ntp://server into the field above and press Enter.</source>
        <translation>위 입력란에 ntp://서버를 입력하고 Enter 키를 누릅니다.</translation>
    </message>
    <message>
        <source>Add three more at the top of the panel, or choose well-known ones: with four, a wrong clock shows.</source>
        <translation>패널 위쪽에서 서버를 세 개 더 추가하거나 알려진 서버를 고릅니다. 네 개면 틀린 시계가 드러납니다.</translation>
    </message>
    <message>
        <source>Read the verdict above the chart, and in the table why a server is not believed.</source>
        <translation>차트 위의 판정을 읽고, 서버를 믿지 않는 이유를 표에서 확인합니다.</translation>
    </message>
    <message>
        <source>Type another server</source>
        <translation>서버 추가 입력</translation>
    </message>
    <message>
        <source>Choose well-known servers, or import a configuration</source>
        <translation>알려진 서버 선택 또는 설정 가져오기</translation>
    </message>
    <message>
        <source>Filter the servers</source>
        <translation>서버 필터</translation>
    </message>
    <message>
        <source>Ask all servers now</source>
        <translation>모든 서버에 지금 묻기</translation>
    </message>
    <message>
        <source>Pause asking, or go on</source>
        <translation>일시 정지 또는 계속</translation>
    </message>
    <message>
        <source>Leave the chosen server out of the choice, or let it count again</source>
        <translation>선택한 서버를 판정에서 제외하거나 다시 포함</translation>
    </message>
    <message>
        <source>Let all servers count again</source>
        <translation>모든 서버를 다시 판정에 포함</translation>
    </message>
    <message>
        <source>Do not ask the chosen server any more</source>
        <translation>선택한 서버에 더 이상 묻지 않기</translation>
    </message>
    <message>
        <source>Go to the table of servers</source>
        <translation>서버 표로 이동</translation>
    </message>
    <message>
        <source>Go to the intervals: who outvotes whom</source>
        <translation>구간으로 이동: 어느 서버가 다수인지 보기</translation>
    </message>
    <message>
        <source>Recommended configuration of a time daemon…</source>
        <translation>시간 데몬 권장 설정…</translation>
    </message>
    <message>
        <source>This tab was open when the program ended the last time.</source>
        <translation>지난번에 프로그램을 끝낼 때 열려 있던 탭입니다.</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>묻기</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>구간</translation>
    </message>
    <message>
        <source>Show or hide all about the chosen server</source>
        <translation>선택한 서버의 상세 정보 표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Show or hide how the clock of a host is kept</source>
        <translation>호스트 시계의 상태 표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>호스트</translation>
    </message>
    <message>
        <source>Show or hide the servers against each other</source>
        <translation>서버끼리 비교 표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Show or hide the alarms</source>
        <translation>경보 표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>비교표</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>경보</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>진단</translation>
    </message>
    <message>
        <source>%1 takes no part in the choice now.</source>
        <translation>이제 선택에서 제외된 서버: %1</translation>
    </message>
    <message>
        <source>%1 is asked otherwise now.</source>
        <translation>이제 다른 방법으로 묻는 서버: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n sample(s) saved: %1</source>
        <translation>
            <numerusform>샘플 %n개 저장됨: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled. There is no file.</source>
        <translation>내보내기를 취소했습니다. 만들어진 파일은 없습니다.</translation>
    </message>
    <message>
        <source>Save the charts of the clocks, or their samples…</source>
        <translation>시계 차트 또는 샘플 저장…</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::NtpProfilePage</name>
    <message>
        <source>Other servers</source>
        <translation>다른 서버</translation>
    </message>
    <message>
        <source>Watched together with the first, one a line: a name, or an ntp:// address with options of its own. What follows is of the first.</source>
        <translation>첫 서버와 함께 지켜볼 서버를 한 줄에 하나씩 적습니다. 이름이나 자체 옵션이 있는 ntp:// 주소를 쓸 수 있습니다. 아래 항목은 첫 서버의 것입니다.</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>인증</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Symmetric key</source>
        <translation>대칭 키</translation>
    </message>
    <message>
        <source>NTS: keys are made over TLS</source>
        <translation>NTS: TLS로 키 생성</translation>
    </message>
    <message>
        <source>Port of the key server</source>
        <translation>키 서버 포트</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>인증서</translation>
    </message>
    <message>
        <source>A PEM file in place of the system&apos;s</source>
        <translation>시스템 인증서 대신 쓸 PEM 파일</translation>
    </message>
    <message>
        <source>Number of the key</source>
        <translation>키 번호</translation>
    </message>
    <message>
        <source>Algorithm</source>
        <translation>알고리즘</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>주소 체계</translation>
    </message>
    <message>
        <source>IPv4 and IPv6</source>
        <translation>IPv4와 IPv6</translation>
    </message>
    <message>
        <source>Interleaved</source>
        <translation>인터리브</translation>
    </message>
    <message>
        <source>Ask for stamps taken on sending, where the server has them</source>
        <translation>서버가 지원하면 실제 송신 시각을 요청</translation>
    </message>
    <message>
        <source>Wait for an answer</source>
        <translation>응답 대기</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Addresses of its name</source>
        <translation>이름당 주소 수</translation>
    </message>
    <message>
        <source>A name of a pool stands for many servers: so many are asked, each a row.</source>
        <translation>풀 이름 하나에는 여러 서버가 있습니다. 이만큼의 서버에 물으며, 서버마다 한 행으로 표시합니다.</translation>
    </message>
    <message>
        <source>Other options</source>
        <translation>기타 옵션</translation>
    </message>
    <message>
        <source>The key itself is asked for once, and forgotten when Portolan closes.</source>
        <translation>키 자체는 한 번 입력을 요청하며 Portolan을 닫으면 지웁니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::NtpSettingsPage</name>
    <message>
        <source>Asking servers</source>
        <translation>서버에 묻기</translation>
    </message>
    <message>
        <source>Ask every</source>
        <translation>묻는 간격</translation>
    </message>
    <message>
        <source>s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>At the beginning, ask</source>
        <translation>시작할 때 묻는 횟수</translation>
    </message>
    <message>
        <source>times, two seconds apart</source>
        <translation>회, 2초 간격</translation>
    </message>
    <message>
        <source>Others run the public servers: some turn away who asks more often than every 16 seconds for long.</source>
        <translation>공개 서버는 다른 기관이 운영합니다. 오랫동안 16초보다 자주 물으면 거절하는 서버도 있습니다.</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>측정 기록</translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation>보관 기간</translation>
    </message>
    <message>
        <source>days</source>
        <translation>일</translation>
    </message>
    <message>
        <source>In a file of at most</source>
        <translation>파일의 최대 크기</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>Where room runs out, the oldest single samples go first.</source>
        <translation>공간이 모자라면 가장 오래된 개별 측정값부터 지웁니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ObjectCard</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ~ %2</translation>
    </message>
    <message>
        <source>Module</source>
        <translation>모듈</translation>
    </message>
    <message>
        <source>Syntax</source>
        <translation>구문(SYNTAX)</translation>
    </message>
    <message>
        <source>Based on %1</source>
        <translation>기반 형식: %1</translation>
    </message>
    <message>
        <source>Length in octets</source>
        <translation>길이(옥텟)</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>접근 권한</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>기본값</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>%1 (implied)</source>
        <translation>%1(IMPLIED)</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>인덱스</translation>
    </message>
    <message>
        <source>Augments</source>
        <translation>확장 대상(AUGMENTS)</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>인스턴스</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>The index does not fit the module.</source>
        <translation>인덱스가 모듈의 정의와 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Carries</source>
        <translation>포함 객체</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>비트</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>값</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Below</source>
        <translation>상위</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>조회(GET)</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>워크 실행</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>표로 보기</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>값 설정(SET)…</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>그래프 그리기</translation>
    </message>
    <message>
        <source>Copy the OID</source>
        <translation>OID 복사</translation>
    </message>
    <message>
        <source>What the module says</source>
        <translation>모듈의 설명</translation>
    </message>
    <message>
        <source>Choose an object in the tree: what it means, what its values look like and what can be asked of the agent stands here.</source>
        <translation>트리에서 객체를 고르면 뜻과 값의 형식, 에이전트에 할 수 있는 조회가 여기에 표시됩니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::OperationBar</name>
    <message>
        <source>Get</source>
        <translation>조회(GET)</translation>
    </message>
    <message>
        <source>Get next</source>
        <translation>다음 조회(GETNEXT)</translation>
    </message>
    <message>
        <source>Get bulk</source>
        <translation>벌크 조회(GETBULK)</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>워크(walk)</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>설정(SET)…</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Name or OID, such as ifTable or sysUpTime.0</source>
        <translation>이름 또는 OID(예: ifTable, sysUpTime.0)</translation>
    </message>
    <message>
        <source>Objects to ask for</source>
        <translation>조회할 객체</translation>
    </message>
    <message>
        <source>Rows that one answer may have (max-repetitions)</source>
        <translation>응답 하나의 최대 행 수(max-repetitions)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>실행</translation>
    </message>
    <message>
        <source>Version, and who you are to the agent: change it</source>
        <translation>SNMP 버전과 자격 증명 변경</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::Panel</name>
    <message>
        <source>not connected</source>
        <translation>연결 안 됨</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>연결 중</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>연결 끊김</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>종료됨</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::PayloadView</name>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Hexadecimal</source>
        <translation>16진수</translation>
    </message>
    <message>
        <source>As Base64</source>
        <translation>Base64로 표시</translation>
    </message>
    <message>
        <source>Decoded from Base64</source>
        <translation>Base64 해석</translation>
    </message>
    <message>
        <source>Automatic: %1</source>
        <translation>자동: %1</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>This is the beginning: of %1 bytes the first %2 are kept.</source>
        <translation>앞부분만 표시합니다. 전체 %1바이트 중 앞 %2바이트를 보관합니다.</translation>
    </message>
    <message>
        <source>There is no earlier message to compare it with.</source>
        <translation>비교할 이전 메시지가 없습니다.</translation>
    </message>
    <message>
        <source>Message %1 against message %2:</source>
        <translation>메시지 %1, 비교 대상: 메시지 %2</translation>
    </message>
    <message>
        <source>They are the same.</source>
        <translation>서로 같습니다.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받음</translation>
    </message>
    <message>
        <source>QoS</source>
        <translation>QoS</translation>
    </message>
    <message>
        <source>Retained</source>
        <translation>보존</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Delivered again</source>
        <translation>다시 전달됨</translation>
    </message>
    <message>
        <source>yes (DUP)</source>
        <translation>예(DUP)</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1바이트</translation>
    </message>
    <message>
        <source>MQTT 5</source>
        <translation>MQTT 5</translation>
    </message>
    <message>
        <source>Payload format</source>
        <translation>페이로드 형식</translation>
    </message>
    <message>
        <source>UTF-8 text</source>
        <translation>UTF-8 텍스트</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>Expires after</source>
        <translation>만료</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>Topic alias</source>
        <translation>토픽 별칭</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>콘텐츠 유형</translation>
    </message>
    <message>
        <source>Response topic</source>
        <translation>응답 토픽</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>상관 데이터</translation>
    </message>
    <message>
        <source>Subscription identifiers</source>
        <translation>구독 ID</translation>
    </message>
    <message>
        <source>User properties</source>
        <translation>사용자 속성</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>메시지 %1</translation>
    </message>
    <message>
        <source>QoS %1</source>
        <translation>QoS %1</translation>
    </message>
    <message>
        <source>retained</source>
        <translation>보존</translation>
    </message>
    <message>
        <source>The whole payload</source>
        <translation>페이로드 전체</translation>
    </message>
    <message>
        <source>Save the payload</source>
        <translation>페이로드 저장</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장됨: %1</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>속성</translation>
    </message>
    <message>
        <source>How the payload is decoded</source>
        <translation>페이로드 해석 방법</translation>
    </message>
    <message>
        <source>Draw a number of it in the chart</source>
        <translation>숫자를 차트에 그리기</translation>
    </message>
    <message>
        <source>Put it into the form to publish</source>
        <translation>발행 양식에 넣기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Save the payload…</source>
        <translation>페이로드 저장…</translation>
    </message>
    <message>
        <source>Text, %1</source>
        <translation>텍스트(%1)</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::PortsModel</name>
    <message>
        <source>%1 in VLAN %2</source>
        <translation>%1(VLAN %2)</translation>
    </message>
    <message>
        <source>up, blocked</source>
        <translation>연결됨, 차단</translation>
    </message>
    <message>
        <source>%1 half duplex</source>
        <translation>%1 반이중</translation>
    </message>
    <message>
        <source>%1 (guessed)</source>
        <translation>%1(추정)</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 전</translation>
    </message>
    <message>
        <source>VLAN %1</source>
        <translation>VLAN %1</translation>
    </message>
    <message>
        <source>in %1, out %2</source>
        <translation>수신 %1, 송신 %2</translation>
    </message>
    <message>
        <source>Neighbor: %1</source>
        <translation>이웃 장치: %1</translation>
    </message>
    <message>
        <source>Power: %1</source>
        <translation>전원: %1</translation>
    </message>
    <message>
        <source>and %1 more addresses</source>
        <translation>그 밖의 주소 %1개</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>변경: %1</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>VLANs</source>
        <translation>VLAN</translation>
    </message>
    <message>
        <source>In</source>
        <translation>수신</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>송신</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>사용률</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Discards</source>
        <translation>폐기</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Neighbor</source>
        <translation>이웃 장치</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>전원</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>별칭</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>마지막 변경</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::PortsPage</name>
    <message>
        <source>Reading what the device says of its ports</source>
        <translation>장치의 포트 정보를 읽는 중</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>Ports of %1</source>
        <translation>포트 · %1</translation>
    </message>
    <message>
        <source>%1 of %2 ports are up</source>
        <translation>포트 %2개 중 %1개 연결됨</translation>
    </message>
    <message>
        <source>%1 switched off</source>
        <translation>꺼짐 %1개</translation>
    </message>
    <message>
        <source>%1 addresses</source>
        <translation>주소 %1개</translation>
    </message>
    <message>
        <source>%1 addresses at no port of the list</source>
        <translation>목록에 없는 포트의 주소 %1개</translation>
    </message>
    <message>
        <source>%1 interfaces that are no ports</source>
        <translation>포트가 아닌 인터페이스 %1개</translation>
    </message>
    <message>
        <source>read in %1 ms</source>
        <translation>%1 ms 만에 읽음</translation>
    </message>
    <message>
        <source>%1 turns skipped, because the agent is slow</source>
        <translation>에이전트가 느려 %1번 건너뜀</translation>
    </message>
    <message>
        <source>not asked for %1 s, because it does not answer</source>
        <translation>응답이 없어 %1초 동안 조회하지 않음</translation>
    </message>
    <message>
        <source>The ports are being read.</source>
        <translation>포트를 읽고 있습니다.</translation>
    </message>
    <message>
        <source>There is no port.</source>
        <translation>포트가 없습니다.</translation>
    </message>
    <message>
        <source>Draw its traffic</source>
        <translation>트래픽을 그래프로</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>표로 복사</translation>
    </message>
    <message>
        <source>Save the ports</source>
        <translation>포트 저장</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>The ports of a switch, with their VLANs, the addresses behind them and who is on the other side. They are read when an agent answers.</source>
        <translation>스위치의 포트와 VLAN, 그 뒤의 주소, 반대편 장치를 보여 줍니다. 에이전트가 응답하면 읽습니다.</translation>
    </message>
    <message>
        <source>On demand</source>
        <translation>요청할 때만</translation>
    </message>
    <message>
        <source>Every %1 s</source>
        <translation>%1초마다</translation>
    </message>
    <message>
        <source>Read everything again</source>
        <translation>모두 다시 읽기</translation>
    </message>
    <message>
        <source>How often states and counters are read</source>
        <translation>상태와 카운터를 읽는 주기</translation>
    </message>
    <message>
        <source>Show interfaces that are no ports, too</source>
        <translation>포트가 아닌 인터페이스도 표시</translation>
    </message>
    <message>
        <source>Save the ports…</source>
        <translation>포트 저장…</translation>
    </message>
    <message>
        <source>Name, VLAN, address or neighbor</source>
        <translation>이름, VLAN, 주소 또는 이웃 장치</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::PrivacyPage</name>
    <message>
        <source>History</source>
        <translation>접속 기록</translation>
    </message>
    <message>
        <source>Remember the addresses that were opened</source>
        <translation>열었던 주소 기억</translation>
    </message>
    <message>
        <source>They complete what is typed into the address field.</source>
        <translation>주소를 입력할 때 자동 완성에 쓰입니다.</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>명령 팔레트</translation>
    </message>
    <message>
        <source>It shows first what was used last.</source>
        <translation>마지막에 쓴 명령을 맨 앞에 보여 줍니다.</translation>
    </message>
    <message>
        <source>Clear the history</source>
        <translation>접속 기록 지우기</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s) remembered</source>
        <translation>
            <numerusform>기억한 연결 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is remembered.</source>
        <translation>기억한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Forget what was used</source>
        <translation>사용 기록 지우기</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ProfileDialog</name>
    <message>
        <source>None: ask for what is needed</source>
        <translation>없음: 필요한 것을 그때 묻기</translation>
    </message>
    <message>
        <source>None: connect directly</source>
        <translation>없음: 직접 연결</translation>
    </message>
    <message>
        <source>A connection needs a name.</source>
        <translation>연결 이름을 입력해 주십시오.</translation>
    </message>
    <message>
        <source>There is no panel for %1:// addresses.</source>
        <translation>%1:// 주소를 열 수 있는 패널이 없습니다.</translation>
    </message>
    <message>
        <source>There is no such connection.</source>
        <translation>그런 연결이 없습니다.</translation>
    </message>
    <message>
        <source>That host is itself reached through this one.</source>
        <translation>그 호스트는 바로 이 연결을 거쳐야 닿습니다.</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>새 연결</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>연결 편집</translation>
    </message>
    <message>
        <source>Connection “%1”</source>
        <translation>연결 “%1”</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>태그</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>인증 정보</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>경유</translation>
    </message>
    <message>
        <source>Name in the list</source>
        <translation>목록에 보일 이름</translation>
    </message>
    <message>
        <source>Seoul/Rack 3</source>
        <translation>서울/랙 3</translation>
    </message>
    <message>
        <source>core, seoul</source>
        <translation>코어, 서울</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>New credential…</source>
        <translation>새 인증 정보…</translation>
    </message>
    <message>
        <source>The keychain did not take the secret. You will be asked for it when you connect.</source>
        <translation>키체인이 비밀을 저장하지 않았습니다. 연결할 때 묻습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::PromptDialog</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::PublishPage</name>
    <message>
        <source>Character %1 is no hexadecimal digit: %2</source>
        <translation>%1번째 문자는 16진수가 아닙니다: %2</translation>
    </message>
    <message>
        <source>A byte has two hexadecimal digits; one is left over.</source>
        <translation>1바이트는 16진수 두 자리입니다. 한 자리가 남습니다.</translation>
    </message>
    <message>
        <source>This is no JSON: line %1, column %2: %3</source>
        <translation>올바른 JSON이 아닙니다. %1행 %2열: %3</translation>
    </message>
    <message>
        <source>Choose the file that is to be published.</source>
        <translation>발행할 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>A user property is a line such as name: value.</source>
        <translation>사용자 속성은 한 줄에 &apos;이름: 값&apos;으로 씁니다.</translation>
    </message>
    <message>
        <source>Ctrl+Enter in the fields does it too.</source>
        <translation>입력란에서 Ctrl+Enter를 눌러도 됩니다.</translation>
    </message>
    <message>
        <source>There is no connection.</source>
        <translation>연결이 없습니다.</translation>
    </message>
    <message>
        <source>Publish a file</source>
        <translation>파일 발행</translation>
    </message>
    <message>
        <source>%1 is longer than %2 MiB.</source>
        <translation>%1: %2 MiB보다 깁니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No file is chosen.</source>
        <translation>고른 파일이 없습니다.</translation>
    </message>
    <message>
        <source>%1, %2 bytes</source>
        <translation>%1, %2바이트</translation>
    </message>
    <message>
        <source>On its way…</source>
        <translation>보내는 중…</translation>
    </message>
    <message>
        <source>%1 published, %2 a second</source>
        <translation>발행 %1개, 초당 %2개</translation>
    </message>
    <message>
        <source>%1 acknowledged</source>
        <translation>확인 %1개</translation>
    </message>
    <message>
        <source>%1 ms on average, %2 ms at worst</source>
        <translation>평균 %1ms, 최대 %2ms</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>거부 %1개</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <translation>손실 %1개</translation>
    </message>
    <message>
        <source>Sent. With QoS 0 the broker says nothing more.</source>
        <translation>보냈습니다. QoS 0에서는 브로커가 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Acknowledged after %1 ms; nobody is subscribed to it.</source>
        <translation>%1ms 후 확인되었습니다. 구독자는 없습니다.</translation>
    </message>
    <message>
        <source>Acknowledged after %1 ms.</source>
        <translation>%1ms 후 확인되었습니다.</translation>
    </message>
    <message>
        <source>It waited too long for a connection and was not sent.</source>
        <translation>연결을 너무 오래 기다려 보내지 않았습니다.</translation>
    </message>
    <message>
        <source>It was not sent.</source>
        <translation>보내지 않았습니다.</translation>
    </message>
    <message>
        <source>The connection ended before the broker answered: nobody knows whether it arrived.</source>
        <translation>브로커가 응답하기 전에 연결이 끝나 도착했는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>A saved message holds at most 64 KiB, and there are at most 500.</source>
        <translation>저장할 수 있는 메시지는 각각 64 KiB까지, 모두 500개까지입니다.</translation>
    </message>
    <message>
        <source>Topic, such as site/hall/lamp/set</source>
        <translation>토픽, 예: site/hall/lamp/set</translation>
    </message>
    <message>
        <source>Topic to publish to</source>
        <translation>발행할 토픽</translation>
    </message>
    <message>
        <source>QoS %1</source>
        <translation>QoS %1</translation>
    </message>
    <message>
        <source>At most once</source>
        <translation>최대 1회</translation>
    </message>
    <message>
        <source>At least once</source>
        <translation>최소 1회</translation>
    </message>
    <message>
        <source>Exactly once</source>
        <translation>정확히 1회</translation>
    </message>
    <message>
        <source>QoS</source>
        <translation>QoS</translation>
    </message>
    <message>
        <source>Retain</source>
        <translation>보존</translation>
    </message>
    <message>
        <source>The broker keeps it for those who subscribe later. An empty payload deletes what is kept.</source>
        <translation>나중에 구독하는 클라이언트를 위해 브로커가 보관합니다. 빈 페이로드를 보내면 보관된 값이 지워집니다.</translation>
    </message>
    <message>
        <source>How the payload is written</source>
        <translation>페이로드를 쓰는 형식</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>Hexadecimal</source>
        <translation>16진수</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>페이로드</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>Properties of MQTT 5</source>
        <translation>MQTT 5 속성</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>콘텐츠 유형</translation>
    </message>
    <message>
        <source>Response topic</source>
        <translation>응답 토픽</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>상관 데이터</translation>
    </message>
    <message>
        <source>Expires after</source>
        <translation>만료</translation>
    </message>
    <message>
        <source> s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>The payload is UTF-8 text</source>
        <translation>페이로드는 UTF-8 텍스트</translation>
    </message>
    <message>
        <source>User properties</source>
        <translation>사용자 속성</translation>
    </message>
    <message>
        <source>name: value</source>
        <translation>이름: 값</translation>
    </message>
    <message>
        <source>Again and again</source>
        <translation>반복 발행</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>Until stopped</source>
        <translation>멈출 때까지</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>간격</translation>
    </message>
    <message>
        <source> ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>As fast as it goes</source>
        <translation>가능한 한 빨리</translation>
    </message>
    <message>
        <source>Placeholders</source>
        <translation>자리 표시자</translation>
    </message>
    <message>
        <source>In topic and payload: the number of the message, the time in milliseconds since 1970, a number from 0 to 1.</source>
        <translation>토픽과 페이로드에서 메시지 번호, 1970년 이후의 밀리초, 0에서 1 사이의 수로 바뀝니다.</translation>
    </message>
    <message>
        <source>Start publishing</source>
        <translation>발행 시작</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>발행</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Saved messages</source>
        <translation>저장한 메시지</translation>
    </message>
    <message>
        <source>Save this message, for every broker</source>
        <translation>이 메시지 저장(모든 브로커에서 사용)</translation>
    </message>
    <message>
        <source>Delete the chosen saved message</source>
        <translation>고른 저장 메시지 삭제</translation>
    </message>
    <message>
        <source>Taken over from the command.</source>
        <translation>명령에서 가져왔습니다.</translation>
    </message>
    <message>
        <source>Taken over from the command, without %1.</source>
        <translation>명령에서 가져왔습니다. 제외한 옵션: %1</translation>
    </message>
    <message>
        <source>The command is in the clipboard, without the password.</source>
        <translation>비밀번호를 뺀 명령을 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>Copy it as mosquitto_pub; such a command can be pasted as the topic</source>
        <translation>mosquitto_pub 명령으로 복사합니다. 이런 명령을 토픽 칸에 붙여넣을 수도 있습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::Questions</name>
    <message>
        <source>The server did not accept the password.</source>
        <translation>서버가 비밀번호를 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>This passphrase does not open the key file: %1</source>
        <translation>키 암호(passphrase)가 키 파일과 맞지 않습니다: %1</translation>
    </message>
    <message>
        <source>The key file is locked. The passphrase stays on this computer: %1</source>
        <translation>키 파일이 잠겨 있습니다. 키 암호(passphrase)는 이 컴퓨터를 벗어나지 않습니다: %1</translation>
    </message>
    <message>
        <source>The server did not accept the answers and asks again.</source>
        <translation>서버가 답을 받아들이지 않고 다시 묻습니다.</translation>
    </message>
    <message>
        <source>The server asks this before it lets you in.</source>
        <translation>로그인하기 전에 서버가 다음을 묻습니다.</translation>
    </message>
    <message>
        <source>Password for %1</source>
        <translation>비밀번호: %1</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Key passphrase for the login to %1</source>
        <translation>로그인에 쓸 키 암호(passphrase): %1</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>키 암호(passphrase)</translation>
    </message>
    <message>
        <source>Questions from %1</source>
        <translation>서버의 질문: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) left.</source>
        <translation>
            <numerusform>%n번 더 시도할 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>The passphrase that is remembered does not open the key file.</source>
        <translation>기억해 둔 키 암호(passphrase)로는 키 파일이 열리지 않습니다.</translation>
    </message>
    <message>
        <source>The server did not accept the password that is remembered.</source>
        <translation>기억해 둔 비밀번호를 서버가 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>Save this connection, and remember it in the keychain</source>
        <translation>연결을 저장하고 키체인에도 저장</translation>
    </message>
    <message>
        <source>Remember it in the keychain</source>
        <translation>키체인에 저장</translation>
    </message>
    <message>
        <source>The keychain is still locked.</source>
        <translation>키체인이 아직 잠겨 있습니다.</translation>
    </message>
    <message>
        <source>The keychain is locked. It may hold the answer.</source>
        <translation>키체인이 잠겨 있습니다. 답이 그 안에 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>잠금 해제</translation>
    </message>
    <message>
        <source>Keep it until Portolan is closed</source>
        <translation>Portolan을 닫을 때까지 기억하기</translation>
    </message>
    <message>
        <source>There is no keychain here, so nothing is stored on disk.</source>
        <translation>이 컴퓨터에는 키체인이 없으므로 디스크에는 아무것도 저장하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::QuickConnect</name>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Address or host name</source>
        <translation>주소 또는 호스트 이름</translation>
    </message>
    <message>
        <source>Address, such as %1</source>
        <translation>주소, 예: %1</translation>
    </message>
    <message>
        <source>Address to connect to</source>
        <translation>연결할 주소</translation>
    </message>
    <message>
        <source>Address to connect to (Ctrl+Shift+L)</source>
        <translation>연결할 주소(Ctrl+Shift+L)</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::RecommendedConfigDialog</name>
    <message>
        <source>Save the configuration</source>
        <translation>설정 저장</translation>
    </message>
    <message>
        <source>Configuration (*.conf)</source>
        <translation>설정 (*.conf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>저장했습니다: %1</translation>
    </message>
    <message>
        <source>Recommended configuration</source>
        <translation>권장 설정</translation>
    </message>
    <message>
        <source>What the servers that are watched here come to. Nothing on this machine is changed: look at it, and put it in place yourself.</source>
        <translation>관찰 중인 서버로 만든 설정입니다. 이 컴퓨터는 아무것도 바뀌지 않습니다. 확인한 뒤 직접 적용하십시오.</translation>
    </message>
    <message>
        <source>Usually %1</source>
        <translation>일반적인 위치: %1</translation>
    </message>
    <message>
        <source>Time daemon</source>
        <translation>시간 데몬</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>저장…</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::Reconnecting</name>
    <message>
        <source>Connecting again (attempt %1)…</source>
        <translation>다시 연결하는 중 (%1번째 시도)…</translation>
    </message>
    <message>
        <source>Connecting again in %1 s (attempt %2).</source>
        <translation>%1초 뒤 다시 연결합니다(%2번째 시도).</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ReplayPage</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n일</numerusform>
        </translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>The replay ended with the connection: %1 of %2 messages were published.</source>
        <translation>연결이 끝나 재생을 멈췄습니다. 메시지 %2개 가운데 %1개를 발행했습니다.</translation>
    </message>
    <message>
        <source>Open saved messages</source>
        <translation>저장한 메시지 열기</translation>
    </message>
    <message>
        <source>Messages (*.json)</source>
        <translation>메시지 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>읽는 중: %1</translation>
    </message>
    <message>
        <source>%1 was not read. %2</source>
        <translation>%1 파일을 읽지 못했습니다. %2</translation>
    </message>
    <message>
        <source>Open a file, or drop one here.</source>
        <translation>파일을 열거나 여기에 끌어다 놓으십시오.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>메시지 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>토픽 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 topics are listed</source>
        <translation>처음 토픽 %1개만 표시</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ~ %2</translation>
    </message>
    <message>
        <source>%1 to %2, received from %3</source>
        <translation>%1 ~ %2, 받은 곳: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) left out: only the beginning was saved.</source>
        <translation>
            <numerusform>앞부분만 저장된 메시지 %n개는 제외했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No topic of the file begins so.</source>
        <translation>이렇게 시작하는 토픽이 파일에 없습니다.</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>발행…</translation>
    </message>
    <message numerus="yes">
        <source>Publish %n message(s)…</source>
        <translation>
            <numerusform>메시지 %n개 발행…</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no connection to a broker.</source>
        <translation>브로커에 연결되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>While the broker is connected, the tree shows what it sends. Disconnect first.</source>
        <translation>연결되어 있는 동안 트리는 브로커가 보내는 내용을 표시합니다. 먼저 연결을 끊으십시오.</translation>
    </message>
    <message>
        <source>Shows the messages of the file as if they had been received, without a broker</source>
        <translation>브로커 없이 파일의 메시지를 받은 것처럼 표시합니다</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are published at this broker: %1.</source>
        <translation>
            <numerusform>다음 브로커에 메시지 %n개를 발행합니다: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them replace(s) what the broker keeps for its topic (retained).</source>
        <translation>
            <numerusform>그중 %n개는 브로커가 그 토픽에 보관하는 값(Retained)을 바꿉니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them lose(s) properties, which MQTT 3.1.1 does not have.</source>
        <translation>
            <numerusform>그중 %n개는 MQTT 3.1.1에 없는 속성을 잃습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish saved messages</source>
        <translation>저장한 메시지 발행</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>발행</translation>
    </message>
    <message>
        <source>Waits for the connection</source>
        <translation>연결을 기다리는 중</translation>
    </message>
    <message>
        <source>Publishing saved messages</source>
        <translation>저장한 메시지를 발행하는 중</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>실패 %1개</translation>
    </message>
    <message>
        <source>Cancelled: %1 of %2 messages were published.</source>
        <translation>취소했습니다. 메시지 %2개 가운데 %1개를 발행했습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 messages were published.</source>
        <translation>메시지 %2개 가운데 %1개를 발행했습니다.</translation>
    </message>
    <message>
        <source>The broker refused %1.</source>
        <translation>브로커가 %1개를 거부했습니다.</translation>
    </message>
    <message>
        <source>Of %1 nobody knows, or they were not sent.</source>
        <translation>%1개는 보내지 못했거나 결과를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The broker did not keep up: up to %1 later than recorded.</source>
        <translation>브로커가 따라오지 못해 기록보다 최대 %1 늦었습니다.</translation>
    </message>
    <message>
        <source>Publishes what was exported here again, in the order of its times.</source>
        <translation>여기에서 내보낸 메시지를 시간 순서대로 다시 발행합니다.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>There is no message in this file.</source>
        <translation>이 파일에는 메시지가 없습니다.</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>속도 기준</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>기록대로</translation>
    </message>
    <message>
        <source>At a fixed rate</source>
        <translation>일정한 속도로</translation>
    </message>
    <message>
        <source>As fast as it goes</source>
        <translation>가능한 한 빠르게</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>배속</translation>
    </message>
    <message>
        <source> times</source>
        <translation>배</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>속도</translation>
    </message>
    <message>
        <source> a second</source>
        <translation>개/초</translation>
    </message>
    <message>
        <source>Topic prefix</source>
        <translation>토픽 앞부분</translation>
    </message>
    <message>
        <source>Such as site/; empty: before all</source>
        <translation>예: site/ (비우면 모든 토픽 앞)</translation>
    </message>
    <message>
        <source>New prefix</source>
        <translation>새 앞부분</translation>
    </message>
    <message>
        <source>Such as test/site/</source>
        <translation>예: test/site/</translation>
    </message>
    <message>
        <source>QoS</source>
        <translation>QoS</translation>
    </message>
    <message>
        <source>Retain</source>
        <translation>보존(Retain)</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>Show in the tree</source>
        <translation>트리에 표시</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ResultExport</name>
    <message>
        <source>The file could not be written.</source>
        <translation>파일을 쓰지 못했습니다.</translation>
    </message>
    <message>
        <source>The export was cancelled.</source>
        <translation>내보내기를 취소했습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ResultsPage</name>
    <message>
        <source>Walking</source>
        <translation>워크 실행 중</translation>
    </message>
    <message>
        <source>%1 rows each</source>
        <translation>건당 %1행</translation>
    </message>
    <message>
        <source>up to %1 at a time</source>
        <translation>동시에 최대 %1건</translation>
    </message>
    <message>
        <source>%1 without an answer</source>
        <translation>응답 없음 %1건</translation>
    </message>
    <message>
        <source>answered in %1 ms</source>
        <translation>응답 시간 %1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n행</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>in the order of OIDs: too many to be sorted by a column</source>
        <translation>OID 순서(행이 많아 열 기준 정렬은 할 수 없음)</translation>
    </message>
    <message>
        <source>Copy the rows</source>
        <translation>행 복사</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>값 복사</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>이름 복사</translation>
    </message>
    <message>
        <source>Copy the OID</source>
        <translation>OID 복사</translation>
    </message>
    <message>
        <source>Save the results</source>
        <translation>결과 저장</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to %1.</source>
        <translation>
            <numerusform>%n행 저장: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Filter the results</source>
        <translation>결과 필터</translation>
    </message>
    <message>
        <source>Save the results…</source>
        <translation>결과 저장…</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Nothing has come yet.</source>
        <translation>아직 받은 것이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>요청 %n건</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::RetainedPage</name>
    <message>
        <source>Topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message numerus="yes">
        <source>%n retained value(s)</source>
        <translation>
            <numerusform>보존 값 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>the first %1 are listed</source>
        <translation>처음 %1개만 표시</translation>
    </message>
    <message>
        <source>%1 more found, too many to keep</source>
        <translation>너무 많아 담지 못한 값 %1개</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n value(s)…</source>
        <translation>
            <numerusform>%n개 삭제…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The broker forgets %n retained value(s), for everybody. Before it does, they are written to a file, from which they can be published again.</source>
        <translation>
            <numerusform>브로커에서 보존 값 %n개가 모든 사용자에게서 사라집니다. 먼저 파일에 기록하며, 그 파일로 다시 발행할 수 있습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n of them only the beginning is known: these cannot be brought back whole.</source>
        <translation>
            <numerusform>이 중 %n개는 앞부분만 보관되어 있어 온전히 되돌릴 수 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete retained values</source>
        <translation>보존 값 삭제</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>파일 고르기…</translation>
    </message>
    <message>
        <source>Keep the deleted values in</source>
        <translation>삭제할 값을 기록할 파일</translation>
    </message>
    <message>
        <source>Retained values (*.jsonl)</source>
        <translation>보존 값 (*.jsonl)</translation>
    </message>
    <message>
        <source>Publish deleted values again</source>
        <translation>삭제한 값 다시 발행</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Deleting retained values</source>
        <translation>보존 값 삭제 중</translation>
    </message>
    <message>
        <source>Publishing deleted values again</source>
        <translation>삭제한 값 다시 발행 중</translation>
    </message>
    <message>
        <source>%1 of %2 retained values were deleted.</source>
        <translation>보존 값 %2개 중 %1개를 삭제했습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 values were published again.</source>
        <translation>값 %2개 중 %1개를 다시 발행했습니다.</translation>
    </message>
    <message>
        <source>The broker refused %1.</source>
        <translation>브로커가 거부한 값: %1개.</translation>
    </message>
    <message>
        <source>Of %1 nobody knows, or they were not sent.</source>
        <translation>결과를 알 수 없거나 보내지 못한 값: %1개.</translation>
    </message>
    <message>
        <source>What the broker keeps for those who subscribe later, as far as your subscriptions reach.</source>
        <translation>나중에 구독하는 클라이언트를 위해 브로커가 보관하는 값입니다. 구독한 범위까지만 보입니다.</translation>
    </message>
    <message>
        <source>Below this topic; empty: everywhere</source>
        <translation>이 토픽 아래, 비우면 전체</translation>
    </message>
    <message>
        <source>Below which topic</source>
        <translation>대상 토픽</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 찾기</translation>
    </message>
    <message>
        <source>No retained value was received below this topic.</source>
        <translation>이 토픽 아래에서 받은 보존 값이 없습니다.</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>최대</translation>
    </message>
    <message>
        <source> a second</source>
        <translation>개/초</translation>
    </message>
    <message>
        <source>As fast as it goes</source>
        <translation>가능한 한 빨리</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>되돌리기…</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::RowDialog</name>
    <message>
        <source>The index says which row it is; columns without a value keep the agent&apos;s own.</source>
        <translation>인덱스가 행을 결정합니다. 값을 비운 열은 에이전트의 기본값을 씁니다.</translation>
    </message>
    <message>
        <source>New row in %1</source>
        <translation>새 행: %1</translation>
    </message>
    <message>
        <source>One SET makes the row with all of these values, or nothing of it.</source>
        <translation>SET 요청 하나로 모든 값을 담아 행을 만들며, 실패하면 아무것도 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Index %1</source>
        <translation>인덱스 %1</translation>
    </message>
    <message>
        <source>%1, usually %2</source>
        <translation>%1, 기본값 %2</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Make the row</source>
        <translation>행 만들기</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SaveFile</name>
    <message>
        <source>The file %1 could not be written.</source>
        <translation>파일을 쓸 수 없습니다: %1</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ServerPage</name>
    <message>
        <source>No server is chosen</source>
        <translation>선택한 서버가 없습니다</translation>
    </message>
    <message>
        <source>Choose one in the table, in the chart or among the intervals.</source>
        <translation>표, 차트 또는 구간에서 서버를 선택하십시오.</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>추정값</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>오프셋</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>왕복 지연</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>지터</translation>
    </message>
    <message>
        <source>Where the uncertainty comes from</source>
        <translation>오차 한계의 구성</translation>
    </message>
    <message>
        <source>Half of the delay to it</source>
        <translation>서버까지의 왕복 지연 절반</translation>
    </message>
    <message>
        <source>Reading the clocks</source>
        <translation>시계를 읽는 오차</translation>
    </message>
    <message>
        <source>Drift since then (15 ppm)</source>
        <translation>그 뒤의 드리프트(15 ppm)</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>마지막 응답</translation>
    </message>
    <message>
        <source>Stratum</source>
        <translation>Stratum</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>따르는 시계</translation>
    </message>
    <message>
        <source>Leap second</source>
        <translation>윤초</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Poll interval it names</source>
        <translation>서버가 알린 주기</translation>
    </message>
    <message>
        <source>Time at the server</source>
        <translation>서버에서 걸린 시간</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>인증</translation>
    </message>
    <message>
        <source>Stamps of the last answer</source>
        <translation>마지막 응답의 타임스탬프</translation>
    </message>
    <message>
        <source>Sent (T1)</source>
        <translation>송신(T1)</translation>
    </message>
    <message>
        <source>Received there (T2)</source>
        <translation>서버 수신(T2)</translation>
    </message>
    <message>
        <source>Sent there (T3)</source>
        <translation>서버 송신(T3)</translation>
    </message>
    <message>
        <source>Received (T4)</source>
        <translation>수신(T4)</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>기록한 곳</translation>
    </message>
    <message>
        <source>The last eight polls</source>
        <translation>최근 여덟 번의 요청</translation>
    </message>
    <message>
        <source>1, the newest</source>
        <translation>1(최신)</translation>
    </message>
    <message>
        <source>%1, delay %2: chosen, the least delay</source>
        <translation>%1, 왕복 지연 %2(채택: 지연이 가장 짧음)</translation>
    </message>
    <message>
        <source>%1, delay %2</source>
        <translation>%1, 왕복 지연 %2</translation>
    </message>
    <message>
        <source>The way there and back</source>
        <translation>오가는 경로</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Packets wait on the way to the server.</source>
        <translation>서버로 가는 길에서 패킷이 밀립니다.</translation>
    </message>
    <message>
        <source>Packets wait on the way back.</source>
        <translation>돌아오는 길에서 패킷이 밀립니다.</translation>
    </message>
    <message>
        <source>Packets wait on both ways: no direction stands out.</source>
        <translation>양방향에서 패킷이 밀리며 어느 한쪽으로 치우치지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing to say yet: too few samples, or none waited.</source>
        <translation>아직 판단할 수 없습니다. 샘플이 적거나 밀린 패킷이 없습니다.</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>샘플</translation>
    </message>
    <message>
        <source>Least delay</source>
        <translation>최소 왕복 지연</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>가장 오래 밀린 시간</translation>
    </message>
    <message>
        <source>Offset without waiting</source>
        <translation>밀리지 않았을 때의 오프셋</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>응답</translation>
    </message>
    <message>
        <source>Without an answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>Not believed</source>
        <translation>믿을 수 없는 응답</translation>
    </message>
    <message>
        <source>Kiss codes</source>
        <translation>키스 코드(KoD)</translation>
    </message>
    <message>
        <source>Refused by the network</source>
        <translation>네트워크가 거부</translation>
    </message>
    <message>
        <source>Answers to nothing</source>
        <translation>요청하지 않은 응답</translation>
    </message>
    <message>
        <source>Keys of NTS</source>
        <translation>NTS 키</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Keys and cookies were agreed.</source>
        <translation>키와 쿠키를 받았습니다.</translation>
    </message>
    <message>
        <source>Cookies left</source>
        <translation>남은 쿠키</translation>
    </message>
    <message>
        <source>Key server</source>
        <translation>키 서버</translation>
    </message>
    <message>
        <source>Made at</source>
        <translation>받은 시각</translation>
    </message>
    <message>
        <source>TCP after</source>
        <translation>TCP까지</translation>
    </message>
    <message>
        <source>TLS after</source>
        <translation>TLS까지</translation>
    </message>
    <message>
        <source>Answer after</source>
        <translation>응답까지</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>암호 방식</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>인증서</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>발급자</translation>
    </message>
    <message>
        <source>Valid until</source>
        <translation>만료</translation>
    </message>
    <message>
        <source>Half of its root delay</source>
        <translation>서버의 root delay 절반</translation>
    </message>
    <message>
        <source>Its root dispersion</source>
        <translation>서버의 root dispersion</translation>
    </message>
    <message>
        <source>How steady the two clocks are</source>
        <translation>두 시계의 안정도</translation>
    </message>
    <message>
        <source>Allan deviation %1, time deviation %2</source>
        <translation>앨런 편차 %1, 시간 편차 %2</translation>
    </message>
    <message>
        <source>Allan deviation %1</source>
        <translation>앨런 편차 %1</translation>
    </message>
    <message>
        <source>Of samples that are this far apart, without stretches where the clock of this computer was set. It is of both clocks and of the way between.</source>
        <translation>이 간격만큼 떨어진 샘플로 계산하며, 이 컴퓨터의 시계를 맞춘 구간은 제외합니다. 두 시계와 그 사이 경로가 모두 반영된 값입니다.</translation>
    </message>
    <message>
        <source>Records sent to the key server</source>
        <translation>키 서버에 보낸 레코드</translation>
    </message>
    <message>
        <source>Records of its answer</source>
        <translation>키 서버가 보낸 응답의 레코드</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ServersModel</name>
    <message>
        <source>%1 s ago</source>
        <translation>%1초 전</translation>
    </message>
    <message>
        <source>The server&apos;s clock minus this computer&apos;s: with + the server is ahead.</source>
        <translation>서버 시각에서 이 컴퓨터의 시각을 뺀 값입니다. +이면 서버가 빠릅니다.</translation>
    </message>
    <message>
        <source>Beyond it the offset cannot be wrong (root distance), if the server is right about itself.</source>
        <translation>서버가 알린 값이 맞다면 오프셋의 오차는 이 값을 넘지 않습니다(root distance).</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (UTC %2)</source>
        <translation>%1 (UTC %2)</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>The server&apos;s clock minus this computer&apos;s</source>
        <translation>서버 시각 − 이 컴퓨터의 시각</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>오프셋</translation>
    </message>
    <message>
        <source>How far the offset can be wrong at most (root distance)</source>
        <translation>오프셋의 최대 오차(root distance)</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>오차 한계</translation>
    </message>
    <message>
        <source>There and back, without the server&apos;s own time</source>
        <translation>서버가 처리한 시간을 뺀 왕복 시간</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>왕복 지연</translation>
    </message>
    <message>
        <source>How much the last samples differ from the best one</source>
        <translation>최근 샘플들이 가장 좋은 샘플과 다른 정도</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>지터</translation>
    </message>
    <message>
        <source>How many servers stand between it and a reference clock, and itself</source>
        <translation>기준 시계에서 이 서버까지의 단계 수</translation>
    </message>
    <message>
        <source>Stratum</source>
        <translation>Stratum</translation>
    </message>
    <message>
        <source>What it follows (refid)</source>
        <translation>이 서버가 따르는 시계(refid)</translation>
    </message>
    <message>
        <source>Follows</source>
        <translation>따르는 시계</translation>
    </message>
    <message>
        <source>The last eight polls</source>
        <translation>최근 여덟 번의 요청</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>도달률</translation>
    </message>
    <message>
        <source>Whether it announces a leap second</source>
        <translation>윤초를 예고하는지 여부</translation>
    </message>
    <message>
        <source>Leap second</source>
        <translation>윤초</translation>
    </message>
    <message>
        <source>Last answer</source>
        <translation>마지막 응답</translation>
    </message>
    <message>
        <source>How often it is asked</source>
        <translation>묻는 주기</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>주기</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>인증</translation>
    </message>
    <message>
        <source>What it asked for by a kiss code</source>
        <translation>키스 코드(KoD)로 요구한 내용</translation>
    </message>
    <message>
        <source>Kiss</source>
        <translation>KoD</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ServersPage</name>
    <message>
        <source>Filter the servers</source>
        <translation>서버 필터</translation>
    </message>
    <message>
        <source>No server is asked. Name one above.</source>
        <translation>묻고 있는 서버가 없습니다. 위에 서버를 입력하십시오.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SessionPage</name>
    <message>
        <source>%1 in, %2 out</source>
        <translation>받기 %1, 보내기 %2</translation>
    </message>
    <message>
        <source>Nothing was agreed with the server yet.</source>
        <translation>아직 서버와 합의한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>소프트웨어</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>By way of</source>
        <translation>경유</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>암호화</translation>
    </message>
    <message>
        <source>Key exchange</source>
        <translation>키 교환</translation>
    </message>
    <message>
        <source>Cipher</source>
        <translation>암호화</translation>
    </message>
    <message>
        <source>MAC</source>
        <translation>MAC</translation>
    </message>
    <message>
        <source>part of the cipher</source>
        <translation>암호화에 포함</translation>
    </message>
    <message>
        <source>Host key</source>
        <translation>호스트 키</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>로그인</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Proven by</source>
        <translation>인증 방법</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>Name lookup</source>
        <translation>이름 조회</translation>
    </message>
    <message>
        <source>TCP connection</source>
        <translation>TCP 연결</translation>
    </message>
    <message>
        <source>With the time in which questions were answered.</source>
        <translation>질문에 답한 시간을 포함합니다.</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>통신량</translation>
    </message>
    <message>
        <source>RTT</source>
        <translation>왕복 지연(RTT)</translation>
    </message>
    <message>
        <source>Keepalives</source>
        <translation>연결 유지</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>%2번 중 %1번 응답</translation>
    </message>
    <message>
        <source>Rekeys</source>
        <translation>키 재교환</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받음</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>Open channels</source>
        <translation>열린 채널</translation>
    </message>
    <message>
        <source>Channel of this tab</source>
        <translation>이 탭의 채널</translation>
    </message>
    <message>
        <source>Window out</source>
        <translation>보내기 창</translation>
    </message>
    <message>
        <source>How much the server takes before it has to ask for more.</source>
        <translation>서버가 더 보내라고 하기 전까지 받을 수 있는 양입니다.</translation>
    </message>
    <message>
        <source>Window in</source>
        <translation>받기 창</translation>
    </message>
    <message>
        <source>What the server may still send here; the SSH library does not tell it.</source>
        <translation>서버가 이쪽으로 아직 보낼 수 있는 양입니다. SSH 라이브러리는 이 값을 알려 주지 않습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SessionsPage</name>
    <message>
        <source>At the next start</source>
        <translation>다음에 시작할 때</translation>
    </message>
    <message>
        <source>Tabs of the last time</source>
        <translation>마지막에 열려 있던 탭</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>물어보기</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>새로 시작</translation>
    </message>
    <message>
        <source>Their connections</source>
        <translation>그 탭의 연결</translation>
    </message>
    <message>
        <source>Where that was asked for</source>
        <translation>지정한 탭만 연결</translation>
    </message>
    <message>
        <source>Connect all</source>
        <translation>모두 연결</translation>
    </message>
    <message>
        <source>A tab that is not connected keeps its place and waits until it is asked to.</source>
        <translation>연결하지 않은 탭은 제자리에 남아 연결을 요청할 때까지 기다립니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SetDialog</name>
    <message>
        <source>Set %1</source>
        <translation>값 설정: %1</translation>
    </message>
    <message>
        <source>The module says that this object cannot be written. An agent may allow it all the same; most often it refuses.</source>
        <translation>모듈에 따르면 쓸 수 없는 객체입니다. 에이전트가 허용할 수도 있지만 대개는 거부합니다.</translation>
    </message>
    <message>
        <source>The agent takes the new value at once. The value that it had is kept here, to go back to it.</source>
        <translation>새 값은 에이전트에 즉시 적용됩니다. 이전 값은 보관해 두므로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변경</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Send SET</source>
        <translation>SET 보내기</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The agent refused %1, so none was changed.</source>
        <translation>에이전트가 거부한 객체가 있어 아무것도 변경되지 않았습니다: %1</translation>
    </message>
    <message numerus="yes">
        <source>Set %n object(s)</source>
        <translation>
            <numerusform>객체 %n개 설정</numerusform>
        </translation>
    </message>
    <message>
        <source>One message for all: the agent takes all of the new values at once, or none. The former ones are kept here, to go back to them.</source>
        <translation>한 메시지로 보냅니다. 에이전트는 새 값을 모두 받아들이거나 하나도 받아들이지 않습니다. 이전 값은 되돌릴 수 있도록 보관합니다.</translation>
    </message>
    <message>
        <source>Another object for the same message, such as ifAlias.3</source>
        <translation>같은 메시지에 넣을 객체(예: ifAlias.3)</translation>
    </message>
    <message>
        <source>Another object</source>
        <translation>다른 객체</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SetRow</name>
    <message>
        <source>Choose a value.</source>
        <translation>값을 고르십시오.</translation>
    </message>
    <message>
        <source>%1: as it is</source>
        <translation>%1: 현재와 같음</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Being asked for…</source>
        <translation>조회 중…</translation>
    </message>
    <message>
        <source>The agent has no value there.</source>
        <translation>에이전트에 값이 없습니다.</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>새 값</translation>
    </message>
    <message>
        <source>New value of %1</source>
        <translation>새 값: %1</translation>
    </message>
    <message>
        <source>Leave %1 out</source>
        <translation>빼기: %1</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>창</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>터미널</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>설정 찾기</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>No setting has such a name.</source>
        <translation>이런 이름의 설정이 없습니다.</translation>
    </message>
    <message>
        <source>Reset this page</source>
        <translation>이 페이지 초기화</translation>
    </message>
    <message>
        <source>Terminals</source>
        <translation>터미널</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>인증 정보</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>개인 정보</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::ShellPanel</name>
    <message>
        <source>Local shell</source>
        <translation>로컬 셸</translation>
    </message>
    <message>
        <source>A shell of this computer, in the same terminal as those on other computers.</source>
        <translation>이 컴퓨터의 셸입니다. 다른 컴퓨터에 쓰는 것과 같은 터미널에서 실행됩니다.</translation>
    </message>
    <message>
        <source>Type shell://localhost into the field above and press Enter.</source>
        <translation>위 입력란에 shell://localhost를 입력하고 Enter를 누르십시오.</translation>
    </message>
    <message>
        <source>Press Ctrl+Shift+D for a second tab in the same folder.</source>
        <translation>Ctrl+Shift+D를 누르면 같은 폴더에서 두 번째 탭이 열립니다.</translation>
    </message>
    <message>
        <source>Start one program in a window of its own with portolan -e.</source>
        <translation>portolan -e 명령으로 프로그램 하나를 별도의 창에서 실행하십시오.</translation>
    </message>
    <message>
        <source>A program is still running here and will end: %1</source>
        <translation>아직 실행 중인 프로그램이 종료됩니다: %1</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>The program was ended by signal %1.</source>
        <translation>프로그램이 신호로 종료되었습니다: %1</translation>
    </message>
    <message>
        <source>The program ended with exit code %1.</source>
        <translation>프로그램이 끝났습니다. 종료 코드: %1</translation>
    </message>
    <message>
        <source>This command ran here when the program ended the last time.</source>
        <translation>지난번에 프로그램이 끝날 때 여기서 실행되던 명령입니다.</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>다시 실행</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SideDrawer</name>
    <message>
        <source>Close (Escape)</source>
        <translation>닫기(Escape)</translation>
    </message>
    <message>
        <source>Close the drawer</source>
        <translation>옆 패널 닫기</translation>
    </message>
    <message>
        <source>Pages of the drawer</source>
        <translation>옆 패널의 페이지</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SingleInstance</name>
    <message>
        <source>The folder %1 is not this user&apos;s alone.</source>
        <translation>이 사용자만 쓰는 폴더가 아닙니다: %1</translation>
    </message>
    <message>
        <source>Portolan is running already.</source>
        <translation>Portolan이 이미 실행 중입니다.</translation>
    </message>
    <message>
        <source>The socket %1 could not be made.</source>
        <translation>소켓을 만들 수 없습니다: %1</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SnapshotShelf</name>
    <message>
        <source>The snapshot could not be deleted.</source>
        <translation>스냅숏을 삭제하지 못했습니다.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>파일에 쓰지 못했습니다.</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>가져옴</translation>
    </message>
    <message>
        <source>The file was cut off: its end is missing.</source>
        <translation>파일이 중간에 잘려 끝부분이 없습니다.</translation>
    </message>
    <message>
        <source>The agent was not read to the end: %1</source>
        <translation>에이전트를 끝까지 읽지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>스냅숏</translation>
    </message>
    <message>
        <source>Asked as</source>
        <translation>조회 방식</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SnapshotsPage</name>
    <message>
        <source>The snapshot was written to %1.</source>
        <translation>스냅숏을 저장했습니다: %1</translation>
    </message>
    <message>
        <source>Reading everything that the agent has</source>
        <translation>에이전트의 모든 객체를 읽는 중</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) of the agent were kept.</source>
        <translation>
            <numerusform>에이전트의 객체 %n개를 저장했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The agent was not read to the end: %1</source>
        <translation>에이전트를 끝까지 읽지 못했습니다: %1</translation>
    </message>
    <message>
        <source>%1, now</source>
        <translation>%1, 현재</translation>
    </message>
    <message>
        <source>The agent, now</source>
        <translation>이 에이전트, 현재</translation>
    </message>
    <message>
        <source>This agent, another credential…</source>
        <translation>이 에이전트, 다른 인증 정보…</translation>
    </message>
    <message>
        <source>Another agent…</source>
        <translation>다른 에이전트…</translation>
    </message>
    <message>
        <source>Comparing</source>
        <translation>비교하는 중</translation>
    </message>
    <message>
        <source>First: %1</source>
        <translation>첫 번째: %1</translation>
    </message>
    <message>
        <source>Second: %1</source>
        <translation>두 번째: %1</translation>
    </message>
    <message>
        <source>Both see the same.</source>
        <translation>양쪽에 보이는 내용이 같습니다.</translation>
    </message>
    <message>
        <source>Neither of them may read the agent&apos;s access control (VACM), so why is not known.</source>
        <translation>어느 쪽도 에이전트의 접근 제어(VACM)를 읽을 수 없어 이유는 알 수 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) are counted and not shown.</source>
        <translation>
            <numerusform>차이 %n건은 집계만 하고 표시하지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not read to the end: %2</source>
        <translation>%1: 끝까지 읽지 못했습니다. %2</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>노이즈</translation>
    </message>
    <message>
        <source>Compare with the agent, now</source>
        <translation>에이전트의 현재 값과 비교</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Import recordings of agents</source>
        <translation>에이전트 기록 가져오기</translation>
    </message>
    <message>
        <source>Export the snapshot</source>
        <translation>스냅숏 내보내기</translation>
    </message>
    <message>
        <source>Delete the snapshot?</source>
        <translation>스냅숏을 삭제하시겠습니까?</translation>
    </message>
    <message>
        <source>%1 is deleted from the disk.</source>
        <translation>%1: 디스크에서 삭제합니다.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Save the comparison</source>
        <translation>비교 결과 저장</translation>
    </message>
    <message>
        <source>The comparison was written to %1.</source>
        <translation>비교 결과를 저장했습니다: %1</translation>
    </message>
    <message>
        <source>Take a snapshot</source>
        <translation>스냅숏 만들기</translation>
    </message>
    <message>
        <source>Name, such as “before the upgrade” (optional)</source>
        <translation>이름(예: 업그레이드 전, 생략 가능)</translation>
    </message>
    <message>
        <source>Name of the snapshot</source>
        <translation>스냅숏 이름</translation>
    </message>
    <message>
        <source>Import a snapshot, a recording of a replay agent, or text of snmpwalk -On</source>
        <translation>스냅숏, 재생 에이전트 기록, snmpwalk -On 출력 가져오기</translation>
    </message>
    <message>
        <source>Export the snapshot as a file</source>
        <translation>스냅숏을 파일로 내보내기</translation>
    </message>
    <message>
        <source>Delete the snapshot</source>
        <translation>스냅숏 삭제</translation>
    </message>
    <message>
        <source>Save the comparison as CSV, TSV or JSON</source>
        <translation>비교 결과를 CSV, TSV, JSON으로 저장</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>스냅숏</translation>
    </message>
    <message>
        <source>No snapshot yet.</source>
        <translation>아직 스냅숏이 없습니다.</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>비교할 대상</translation>
    </message>
    <message>
        <source>with</source>
        <translation>↔</translation>
    </message>
    <message>
        <source>What it is compared with</source>
        <translation>비교 상대</translation>
    </message>
    <message>
        <source>Address of the other agent</source>
        <translation>다른 에이전트의 주소</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>변경 내용</translation>
    </message>
    <message>
        <source>What each may see</source>
        <translation>볼 수 있는 범위</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>비교 내용</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Find a name or a value</source>
        <translation>이름이나 값 찾기</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Take a snapshot now and another one later: what changed stands here, with counters and noise set apart. With another credential you see which parts of the tree each of them may read.</source>
        <translation>지금 스냅숏을 만들고 나중에 다시 만들어 비교하면 변경 내용이 여기에 나타나며, 카운터와 노이즈는 따로 구분됩니다. 다른 인증 정보와 비교하면 각각 트리의 어느 부분을 읽을 수 있는지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Nothing has changed but counters, clocks and noise.</source>
        <translation>카운터, 시각, 노이즈 외에는 변경된 내용이 없습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SnmpChoices</name>
    <message>
        <source>SNMPv1 (in clear)</source>
        <translation>SNMPv1(평문)</translation>
    </message>
    <message>
        <source>SNMPv2c (in clear)</source>
        <translation>SNMPv2c(평문)</translation>
    </message>
    <message>
        <source>SNMPv3</source>
        <translation>SNMPv3</translation>
    </message>
    <message>
        <source>noAuthNoPriv: a name only</source>
        <translation>noAuthNoPriv: 이름만</translation>
    </message>
    <message>
        <source>authNoPriv: with a password, in clear</source>
        <translation>authNoPriv: 비밀번호 사용, 평문</translation>
    </message>
    <message>
        <source>authPriv: with a password, encrypted</source>
        <translation>authPriv: 비밀번호 사용, 암호화</translation>
    </message>
    <message>
        <source>%1 (Cisco and others)</source>
        <translation>%1(Cisco 등)</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SnmpPanel</name>
    <message>
        <source>Up for %1</source>
        <translation>가동 시간: %1</translation>
    </message>
    <message>
        <source>The agent answers (%1).</source>
        <translation>에이전트 응답 확인(%1)</translation>
    </message>
    <message>
        <source>The community “public” was tried, because none was given.</source>
        <translation>커뮤니티 스트링이 없어 “public”으로 시도했습니다.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Other credentials…</source>
        <translation>다른 자격 증명…</translation>
    </message>
    <message>
        <source>SNMPv1 has no GETBULK.</source>
        <translation>SNMPv1에는 GETBULK가 없습니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>SET: %1</source>
        <translation>SET: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>%1 has its former value again.</source>
        <translation>이전 값으로 되돌림: %1</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>인증</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>암호화</translation>
    </message>
    <message>
        <source>Engine ID</source>
        <translation>엔진 ID</translation>
    </message>
    <message>
        <source>Restarts of the engine</source>
        <translation>엔진 재시작 횟수</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>보호</translation>
    </message>
    <message>
        <source>None: community and values can be read on the way.</source>
        <translation>없음: 커뮤니티 스트링과 값이 전송 중에 노출될 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 messages came too fast to be written down.</source>
        <translation>너무 빨리 도착하여 기록하지 못한 메시지: %1건</translation>
    </message>
    <message>
        <source>This tab was open when the program ended the last time.</source>
        <translation>지난번에 프로그램이 끝날 때 열려 있던 탭입니다.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>모듈</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message>
        <source>Graph</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>What travels between both sides while this page is open appears here: no community, no password, no value that is written.</source>
        <translation>이 페이지가 열려 있는 동안 주고받은 메시지가 여기에 나타납니다. 커뮤니티 스트링, 비밀번호, 설정하는 값은 기록하지 않습니다.</translation>
    </message>
    <message>
        <source>No password was given.</source>
        <translation>비밀번호를 입력하지 않았습니다.</translation>
    </message>
    <message>
        <source>Get</source>
        <translation>조회(GET)</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>워크 실행</translation>
    </message>
    <message>
        <source>Get next</source>
        <translation>다음 조회(GETNEXT)</translation>
    </message>
    <message>
        <source>Show as a table</source>
        <translation>표로 보기</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>값 설정(SET)…</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>그래프 그리기</translation>
    </message>
    <message>
        <source>Show in the tree</source>
        <translation>트리에서 보기</translation>
    </message>
    <message>
        <source>Copy the name</source>
        <translation>이름 복사</translation>
    </message>
    <message>
        <source>Copy the OID</source>
        <translation>OID 복사</translation>
    </message>
    <message>
        <source>Copy as snmpget</source>
        <translation>snmpget 명령으로 복사</translation>
    </message>
    <message>
        <source>Copy as snmpwalk</source>
        <translation>snmpwalk 명령으로 복사</translation>
    </message>
    <message>
        <source>SNMP</source>
        <translation>SNMP</translation>
    </message>
    <message>
        <source>Switches, servers and power supplies by their MIB: every object found by name, tables that work, walks that are quick, and modules that load or say why not.</source>
        <translation>스위치, 서버, 전원 장치를 MIB로 살펴봅니다. 이름으로 객체를 찾고, 표를 제대로 보여 주며, 워크가 빠르고, 모듈이 로드되지 않으면 이유를 알려 줍니다.</translation>
    </message>
    <message>
        <source>Type snmp://host into the field above, or snmp://user@host?version=3, and press Enter.</source>
        <translation>위 입력란에 snmp://host 또는 snmp://user@host?version=3 형식으로 입력하고 Enter를 누르십시오.</translation>
    </message>
    <message>
        <source>Find an object by name or meaning, such as ifTable, in the tree at the left.</source>
        <translation>왼쪽 트리에서 ifTable처럼 이름이나 뜻으로 객체를 찾으십시오.</translation>
    </message>
    <message>
        <source>Press Enter on it: a single value is read, a table is shown as one, a branch is walked.</source>
        <translation>Enter를 누르면 단일 값은 조회하고, 표는 표로 보여 주며, 가지는 워크를 실행합니다.</translation>
    </message>
    <message>
        <source>Type what to ask the agent for</source>
        <translation>조회할 객체 입력</translation>
    </message>
    <message>
        <source>Find an object in the MIB</source>
        <translation>MIB에서 객체 찾기</translation>
    </message>
    <message>
        <source>Filter the results</source>
        <translation>결과 필터</translation>
    </message>
    <message>
        <source>Show or hide what the object is</source>
        <translation>객체 설명 표시/숨기기</translation>
    </message>
    <message>
        <source>Show or hide the MIB modules</source>
        <translation>MIB 모듈 표시/숨기기</translation>
    </message>
    <message>
        <source>Show or hide the SNMP messages</source>
        <translation>SNMP 메시지 표시/숨기기</translation>
    </message>
    <message>
        <source>Go to the results</source>
        <translation>결과로 이동</translation>
    </message>
    <message>
        <source>Go to the table</source>
        <translation>표로 이동</translation>
    </message>
    <message>
        <source>Go to the graph</source>
        <translation>그래프로 이동</translation>
    </message>
    <message>
        <source>Change the SNMP version or credential</source>
        <translation>SNMP 버전 또는 자격 증명 변경</translation>
    </message>
    <message>
        <source>Ask the agent again</source>
        <translation>에이전트에 다시 연결</translation>
    </message>
    <message>
        <source>The agent answers.</source>
        <translation>에이전트가 응답하고 있습니다.</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>진단</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>스냅숏</translation>
    </message>
    <message>
        <source>Go to the snapshots</source>
        <translation>스냅숏으로 이동</translation>
    </message>
    <message>
        <source>Traps</source>
        <translation>트랩</translation>
    </message>
    <message>
        <source>What devices send to this machine, in a tab of its own</source>
        <translation>장비가 이 컴퓨터로 보내는 알림을 별도의 탭에서 봅니다</translation>
    </message>
    <message>
        <source>Go to the tab of traps</source>
        <translation>트랩 탭으로 이동</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>Go to the ports</source>
        <translation>포트로 가기</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) were set.</source>
        <translation>
            <numerusform>객체 %n개를 설정했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) have their former values again.</source>
        <translation>
            <numerusform>객체 %n개를 이전 값으로 되돌렸습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The encryption is %1 now.</source>
        <translation>이제 암호화 방식은 %1입니다.</translation>
    </message>
    <message>
        <source>The authentication is %1 now.</source>
        <translation>이제 인증 방식은 %1입니다.</translation>
    </message>
    <message>
        <source>The level is %1 now.</source>
        <translation>이제 보안 수준은 %1입니다.</translation>
    </message>
    <message>
        <source>The agent is asked with SNMPv%1 now.</source>
        <translation>이제 SNMPv%1 버전으로 요청합니다.</translation>
    </message>
    <message>
        <source>The agent is asked with the community “%1” now.</source>
        <translation>이제 커뮤니티 스트링 “%1” 값을 사용합니다.</translation>
    </message>
    <message>
        <source>The first password is used for both now.</source>
        <translation>이제 첫 번째 비밀번호를 둘 다에 사용합니다.</translation>
    </message>
    <message>
        <source>The two passwords are exchanged now.</source>
        <translation>두 비밀번호를 맞바꾸었습니다.</translation>
    </message>
    <message>
        <source>The agent is asked without a context now.</source>
        <translation>이제 컨텍스트 없이 요청합니다.</translation>
    </message>
    <message>
        <source>The agent is asked without a context engine ID now.</source>
        <translation>이제 컨텍스트 엔진 ID 없이 요청합니다.</translation>
    </message>
    <message>
        <source>Walks use bulk requests now.</source>
        <translation>이제 워크에 GETBULK 요청을 사용합니다.</translation>
    </message>
    <message>
        <source>Walks do without bulk requests now.</source>
        <translation>이제 워크에 GETBULK 요청을 쓰지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n request(s) are on their way to the agent at once now.</source>
        <translation>
            <numerusform>이제 에이전트에 동시에 보내는 요청은 최대 %n개입니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>An answer may take %n second(s) now.</source>
        <translation>
            <numerusform>이제 응답을 %n초까지 기다립니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The agent is asked at port %1 now.</source>
        <translation>이제 포트 %1번으로 요청합니다.</translation>
    </message>
    <message>
        <source>The agent is asked at %1 now.</source>
        <translation>이제 다음 주소로 요청합니다: %1</translation>
    </message>
    <message>
        <source>SNMP over UDP cannot go through %1: an SSH host carries connections, not single packets. Where the agent listens on TCP, transport=tcp in the address reaches it.</source>
        <translation>경유할 수 없는 SSH 호스트: %1. 이 주소의 SNMP는 UDP를 씁니다. SSH는 연결만 전달하고 개별 패킷은 전달하지 않습니다. 에이전트가 TCP로도 수신하면 주소에 transport=tcp를 넣어 연결할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 through %2</source>
        <translation>%1 (%2 경유)</translation>
    </message>
    <message>
        <source>Version and credential…</source>
        <translation>버전과 자격 증명…</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>주소 복사</translation>
    </message>
    <message>
        <source>Texts of this agent</source>
        <translation>이 에이전트의 문자열</translation>
    </message>
    <message>
        <source>Found out for each text</source>
        <translation>문자열마다 자동 감지</translation>
    </message>
    <message>
        <source>Korean (CP949)</source>
        <translation>한국어(CP949)</translation>
    </message>
    <message>
        <source>Western European (Windows-1252)</source>
        <translation>서유럽어(Windows-1252)</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SnmpProfilePage</name>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>보안 수준</translation>
    </message>
    <message>
        <source>Both passwords belong to the credential: one a line, or one for both.</source>
        <translation>두 비밀번호는 자격 증명에 둡니다. 한 줄에 하나씩 적거나 하나를 함께 씁니다.</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>인증</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>암호화</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>컨텍스트</translation>
    </message>
    <message>
        <source>Usually none</source>
        <translation>보통은 없음</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>전송</translation>
    </message>
    <message>
        <source>Wait for an answer</source>
        <translation>응답 대기 시간</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation>설정에 따름</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>재시도</translation>
    </message>
    <message>
        <source>Walks</source>
        <translation>워크(walk)</translation>
    </message>
    <message>
        <source>Use GETBULK where the version has it</source>
        <translation>버전이 지원하면 GETBULK 사용</translation>
    </message>
    <message>
        <source>Other options</source>
        <translation>그 밖의 옵션</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SnmpSettingsPage</name>
    <message>
        <source>Asking agents</source>
        <translation>에이전트 조회</translation>
    </message>
    <message>
        <source>The options of an address or a profile win over what stands here.</source>
        <translation>주소나 프로필의 옵션이 여기 설정보다 우선합니다.</translation>
    </message>
    <message>
        <source>Wait for an answer</source>
        <translation>응답 대기 시간</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>재시도</translation>
    </message>
    <message>
        <source>times</source>
        <comment>how often is asked again</comment>
        <translation>회</translation>
    </message>
    <message>
        <source>Walks</source>
        <translation>워크(walk)</translation>
    </message>
    <message>
        <source>A walk begins gently and finds out what an agent stands. These are the bounds that it keeps to.</source>
        <translation>워크는 부담을 적게 시작하여 에이전트가 감당하는 만큼 높여 갑니다. 다음 한도를 넘지 않습니다.</translation>
    </message>
    <message>
        <source>Rows an answer, at most</source>
        <translation>응답당 최대 행 수</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Requests at a time, at most</source>
        <translation>동시 요청 한도</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>건</translation>
    </message>
    <message>
        <source>A walk ends after</source>
        <translation>워크 종료 한도</translation>
    </message>
    <message>
        <source>thousand rows</source>
        <translation>천 행</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SnmpTableModel</name>
    <message>
        <source>Index %1</source>
        <translation>인덱스 %1</translation>
    </message>
    <message>
        <source>The index does not fit the module: %1</source>
        <translation>인덱스가 모듈의 정의와 맞지 않습니다: %1</translation>
    </message>
    <message>
        <source>The agent has no value here.</source>
        <translation>에이전트에 값이 없습니다.</translation>
    </message>
    <message>
        <source>Changed since the last refresh.</source>
        <translation>지난 새로 고침 이후 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>열</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SnmpWords</name>
    <message>
        <source>not accessible</source>
        <translation>접근 불가</translation>
    </message>
    <message>
        <source>in notifications only</source>
        <translation>알림에서만</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>읽기 전용</translation>
    </message>
    <message>
        <source>read and write</source>
        <translation>읽기/쓰기</translation>
    </message>
    <message>
        <source>read, write, create rows</source>
        <translation>읽기/쓰기/행 생성</translation>
    </message>
    <message>
        <source>write only</source>
        <translation>쓰기 전용</translation>
    </message>
    <message>
        <source>missing in the agent</source>
        <translation>구현되지 않음</translation>
    </message>
    <message>
        <source>current</source>
        <translation>현행</translation>
    </message>
    <message>
        <source>deprecated: another object has taken its place</source>
        <translation>사용 중단 예정: 다른 객체로 대체됨</translation>
    </message>
    <message>
        <source>obsolete: agents should not have it any more</source>
        <translation>obsolete: 에이전트가 더는 제공하지 않아야 함</translation>
    </message>
    <message>
        <source>mandatory</source>
        <translation>필수</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>The agent does not have this object, or may not show it</source>
        <translation>에이전트에 이 객체가 없거나 볼 권한이 없음</translation>
    </message>
    <message>
        <source>The agent has no such instance</source>
        <translation>에이전트에 이 인스턴스가 없음</translation>
    </message>
    <message>
        <source>Nothing follows: the end of what the agent shows</source>
        <translation>끝: 에이전트가 보여 주는 마지막</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SshDetour</name>
    <message>
        <source>The connection was cancelled.</source>
        <translation>연결을 취소했습니다.</translation>
    </message>
    <message>
        <source>The address of a host on the way cannot hold a password. You are asked for it.</source>
        <translation>경유 호스트의 주소에는 비밀번호를 쓸 수 없습니다. 접속할 때 묻습니다.</translation>
    </message>
    <message>
        <source>The way can lead only through an SSH host, not through %1.</source>
        <translation>SSH 호스트만 경유할 수 있습니다. 경유할 수 없는 주소: %1</translation>
    </message>
    <message>
        <source>The connection was saved.</source>
        <translation>연결을 저장했습니다.</translation>
    </message>
    <message>
        <source>It is remembered in the keychain.</source>
        <translation>키체인에 저장했습니다.</translation>
    </message>
    <message>
        <source>It is kept until Portolan is closed.</source>
        <translation>Portolan을 닫을 때까지 기억합니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The SSH host on the way, %1, waits for an answer.</source>
        <translation>경유할 SSH 호스트가 답을 기다립니다: %1</translation>
    </message>
    <message>
        <source>Logging in to the SSH host on the way, %1.</source>
        <translation>경유할 SSH 호스트에 로그인하는 중: %1</translation>
    </message>
    <message>
        <source>Connecting to the SSH host on the way, %1.</source>
        <translation>경유할 SSH 호스트에 연결하는 중: %1</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SshDrawer</name>
    <message>
        <source>Session</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>What both sides say while the connection is made appears here.</source>
        <translation>연결하는 동안 양쪽이 주고받은 내용이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>진단</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SshImport</name>
    <message>
        <source>There is no file “%1”.</source>
        <translation>파일이 없습니다: “%1”</translation>
    </message>
    <message>
        <source>%1 was left out: %2</source>
        <translation>%1: 가져오지 않음. %2</translation>
    </message>
    <message>
        <source>OpenSSH configuration</source>
        <translation>OpenSSH 설정</translation>
    </message>
    <message>
        <source>PuTTY sessions</source>
        <translation>PuTTY 세션</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Registry files (*.reg);;All files (*)</source>
        <translation>레지스트리 파일 (*.reg);;모든 파일 (*)</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SshPanel</name>
    <message>
        <source>SSH terminal</source>
        <translation>SSH 터미널</translation>
    </message>
    <message>
        <source>A shell on another computer, encrypted and with both sides proven. Every key reaches the programs there, and Hangul is exactly two columns wide.</source>
        <translation>양쪽 신원을 확인하고 암호화하여 쓰는 다른 컴퓨터의 셸입니다. 모든 키가 그쪽 프로그램에 그대로 전달되고, 한글은 정확히 두 칸을 차지합니다.</translation>
    </message>
    <message>
        <source>Type ssh://user@host into the field above, or only the host, and press Enter.</source>
        <translation>위 입력란에 ssh://user@host 또는 호스트 이름만 입력하고 Enter를 누르십시오.</translation>
    </message>
    <message>
        <source>Compare the fingerprint of the host key once; from then on it is checked for you.</source>
        <translation>호스트 키의 지문(fingerprint)을 한 번만 비교하십시오. 그다음부터는 자동으로 확인합니다.</translation>
    </message>
    <message>
        <source>Press Ctrl+Shift+D for a second tab on the same connection: no second login.</source>
        <translation>Ctrl+Shift+D를 누르면 같은 연결로 두 번째 탭이 열립니다. 다시 로그인할 필요가 없습니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Reconnect</source>
        <translation>다시 연결</translation>
    </message>
    <message>
        <source>The session began.</source>
        <translation>세션이 시작되었습니다.</translation>
    </message>
    <message>
        <source>The session ended.</source>
        <translation>세션이 끝났습니다.</translation>
    </message>
    <message>
        <source>The session ended with exit code %1.</source>
        <translation>세션이 끝났습니다. 종료 코드: %1</translation>
    </message>
    <message>
        <source>The session was ended by signal %1.</source>
        <translation>세션이 신호로 종료되었습니다: %1</translation>
    </message>
    <message>
        <source>The session has not ended.</source>
        <translation>세션이 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>The connection was saved.</source>
        <translation>연결을 저장했습니다.</translation>
    </message>
    <message>
        <source>It is remembered in the keychain.</source>
        <translation>키체인에 저장했습니다.</translation>
    </message>
    <message>
        <source>It is kept until Portolan is closed.</source>
        <translation>Portolan을 닫을 때까지 기억합니다.</translation>
    </message>
    <message>
        <source>Save this connection, and remember its password in the keychain?</source>
        <translation>이 연결과 비밀번호를 저장하시겠습니까? 비밀번호는 키체인에 보관합니다.</translation>
    </message>
    <message>
        <source>Remember the password in the keychain?</source>
        <translation>비밀번호를 키체인에 저장하시겠습니까?</translation>
    </message>
    <message>
        <source>Remember</source>
        <translation>기억하기</translation>
    </message>
    <message>
        <source>Show or hide the session</source>
        <translation>세션 보이기/숨기기</translation>
    </message>
    <message>
        <source>Show or hide the transcript</source>
        <translation>기록 보이기/숨기기</translation>
    </message>
    <message>
        <source>Show or hide the hardening audit</source>
        <translation>보안 점검 보이기/숨기기</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>원인 진단</translation>
    </message>
    <message>
        <source>The session was ended here.</source>
        <translation>이쪽에서 세션을 끝냈습니다.</translation>
    </message>
    <message>
        <source>This tab was open when the program ended the last time.</source>
        <translation>지난번에 프로그램이 끝날 때 열려 있던 탭입니다.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금 연결</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SshProfilePage</name>
    <message>
        <source>Private key</source>
        <translation>개인 키</translation>
    </message>
    <message>
        <source>The agent&apos;s keys and the usual files</source>
        <translation>에이전트의 키와 기본 키 파일</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>찾아보기…</translation>
    </message>
    <message>
        <source>Jump hosts</source>
        <translation>점프 호스트</translation>
    </message>
    <message>
        <source>ops@gate, ops@inner-gate: the first is reached first</source>
        <translation>ops@gate, ops@inner-gate: 앞에서부터 차례로 거칩니다</translation>
    </message>
    <message>
        <source>Keepalive</source>
        <translation>연결 유지</translation>
    </message>
    <message>
        <source> s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>안 함</translation>
    </message>
    <message>
        <source>After a loss</source>
        <translation>끊긴 뒤</translation>
    </message>
    <message>
        <source>Offer to connect again</source>
        <translation>다시 연결할지 묻기</translation>
    </message>
    <message>
        <source>Connect again by itself</source>
        <translation>자동으로 다시 연결</translation>
    </message>
    <message>
        <source>Stay disconnected</source>
        <translation>끊긴 채 두기</translation>
    </message>
    <message>
        <source>Character set</source>
        <translation>문자 집합</translation>
    </message>
    <message>
        <source>Old equipment</source>
        <translation>구형 장비</translation>
    </message>
    <message>
        <source>Allow algorithms that only old equipment needs</source>
        <translation>구형 장비에만 필요한 알고리즘 허용</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>에이전트</translation>
    </message>
    <message>
        <source>Programs on the host may use the agent&apos;s keys</source>
        <translation>호스트의 프로그램이 에이전트의 키를 쓸 수 있음</translation>
    </message>
    <message>
        <source>Other options</source>
        <translation>그 밖의 옵션</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SshSettingsPage</name>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>The options of an address or a connection win over these.</source>
        <translation>주소나 연결에 지정한 옵션이 이 설정보다 우선합니다.</translation>
    </message>
    <message>
        <source>Look typed addresses up in ssh_config</source>
        <translation>입력한 주소를 ssh_config에서 찾기</translation>
    </message>
    <message>
        <source>Time to connect</source>
        <translation>연결 제한 시간</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>초</translation>
    </message>
    <message>
        <source>Keepalive every</source>
        <translation>연결 유지(keepalive) 간격</translation>
    </message>
    <message>
        <source>Keeps the connection through routers that forget quiet ones; 0 sends none.</source>
        <translation>조용한 연결을 끊는 공유기나 방화벽을 지나도 연결이 유지됩니다. 0이면 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>신원 확인</translation>
    </message>
    <message>
        <source>Unknown host keys</source>
        <translation>모르는 호스트 키</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>물어보기</translation>
    </message>
    <message>
        <source>Record without asking</source>
        <translation>묻지 않고 기록</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>거부</translation>
    </message>
    <message>
        <source>A key that has changed is never accepted without being asked about.</source>
        <translation>바뀐 키는 묻지 않고 받아들이는 일이 없습니다.</translation>
    </message>
    <message>
        <source>Offer the keys of the SSH agent</source>
        <translation>SSH 에이전트의 키 제시</translation>
    </message>
    <message>
        <source>What is chosen here counts for connections that begin from now on.</source>
        <translation>여기서 바꾼 내용은 지금부터 시작하는 연결에 적용됩니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::StabilityPlot</name>
    <message>
        <source>Up to %1 only the noise of the way shows, and averaging still helps: %2 so far.</source>
        <translation>%1 구간까지는 경로의 잡음만 보이며 평균을 낼수록 안정됩니다. 현재 최솟값: %2</translation>
    </message>
    <message>
        <source>One of the two clocks wanders already within %1 (%2): asking more often would show more.</source>
        <translation>%1 안에서 이미 두 시계 중 하나가 흔들립니다(%2). 더 자주 폴링하면 더 자세히 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Up to about %1 the noise of the way averages out (%2). Over longer times a clock wanders: polls farther apart than that lose accuracy.</source>
        <translation>약 %1 구간까지는 평균을 내면 경로의 잡음이 줄어듭니다(%2). 그보다 긴 시간에서는 시계 자체가 흔들리므로, 폴링 간격을 더 늘리면 정확도가 떨어집니다.</translation>
    </message>
    <message>
        <source>Allan deviation over time</source>
        <translation>시간에 따른 앨런 편차</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::StartPage</name>
    <message>
        <source>Copies “%1”</source>
        <translation>복사: “%1”</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>코드</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>키 파일</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>연결: %1</translation>
    </message>
    <message>
        <source>No practice server is running. Start them with “./dev lab up”; they listen on this computer only and end with “./dev lab down”.</source>
        <translation>실행 중인 연습 서버가 없습니다. “./dev lab up” 명령으로 시작하십시오. 이 컴퓨터에서만 접속할 수 있고 “./dev lab down” 명령으로 끝납니다.</translation>
    </message>
    <message>
        <source>Real servers on this computer to try things on. Nobody else uses them, and nothing that you do there lasts.</source>
        <translation>이 컴퓨터에서 마음껏 시험해 볼 수 있는 실제 서버입니다. 다른 사람은 쓰지 않으며, 여기서 한 일은 남지 않습니다.</translation>
    </message>
    <message>
        <source>Portolan</source>
        <translation>Portolan</translation>
    </message>
    <message>
        <source>One window for the protocols that networks are run with. Type an address into the field above and press Enter.</source>
        <translation>네트워크 운영에 쓰이는 프로토콜을 한 창에서 다룹니다. 위 입력란에 주소를 입력하고 Enter를 누르십시오.</translation>
    </message>
    <message>
        <source>Practice lab</source>
        <translation>연습 환경</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::Startup</name>
    <message numerus="yes">
        <source>%n tab(s) were open the last time.</source>
        <translation>
            <numerusform>지난번에 탭 %n개가 열려 있었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open them again</source>
        <translation>다시 열기</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::StoredLogin</name>
    <message>
        <source>It was not remembered: the keychain is locked.</source>
        <translation>기억하지 못했습니다. 키체인이 잠겨 있습니다.</translation>
    </message>
    <message>
        <source>It was not remembered: the keychain refused it.</source>
        <translation>기억하지 못했습니다. 키체인이 거부했습니다.</translation>
    </message>
    <message>
        <source>It was not remembered: the keychain does not answer.</source>
        <translation>기억하지 못했습니다. 키체인이 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>It was not remembered: %1</source>
        <translation>기억하지 못했습니다. %1</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SubscriptionBar</name>
    <message>
        <source>Everything?</source>
        <translation>전체를 구독하시겠습니까?</translation>
    </message>
    <message>
        <source>%1 asks the broker for every message of everybody. On a busy broker that is more than it or the network may carry, and some brokers cut such clients off. A filter such as site/+/status asks for what you need.</source>
        <translation>필터 %1: 모든 클라이언트의 모든 메시지를 요청합니다. 바쁜 브로커에서는 브로커나 네트워크가 감당하지 못할 수 있으며, 이런 클라이언트를 끊는 브로커도 있습니다. site/+/status 같은 필터로 필요한 것만 요청할 수 있습니다.</translation>
    </message>
    <message>
        <source>Subscribe to everything</source>
        <translation>전체 구독</translation>
    </message>
    <message>
        <source>QoS %1…</source>
        <comment>asked for</comment>
        <translation>QoS %1…</translation>
    </message>
    <message>
        <source>Not answered by the broker yet.</source>
        <translation>브로커가 아직 응답하지 않았습니다.</translation>
    </message>
    <message>
        <source>QoS %1</source>
        <translation>QoS %1</translation>
    </message>
    <message>
        <source>Asked for QoS %1, granted QoS %2. A grant does not prove that messages come: brokers may hold back what you are not allowed to read.</source>
        <translation>요청 QoS %1, 허가 QoS %2. 허가되었다고 해서 메시지가 온다는 보장은 없습니다. 읽기 권한이 없는 메시지는 브로커가 보내지 않을 수 있습니다.</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>Unsubscribe</source>
        <translation>구독 해제</translation>
    </message>
    <message>
        <source>Unsubscribe from %1</source>
        <translation>구독 해제: %1</translation>
    </message>
    <message>
        <source>Topic filter, such as site/+/status</source>
        <translation>토픽 필터, 예: site/+/status</translation>
    </message>
    <message>
        <source>Topic filter to subscribe to</source>
        <translation>구독할 토픽 필터</translation>
    </message>
    <message>
        <source>At most once</source>
        <translation>최대 1회</translation>
    </message>
    <message>
        <source>At least once</source>
        <translation>최소 1회</translation>
    </message>
    <message>
        <source>Exactly once</source>
        <translation>정확히 1회</translation>
    </message>
    <message>
        <source>QoS to ask for</source>
        <translation>요청할 QoS</translation>
    </message>
    <message>
        <source>Options of the subscription</source>
        <translation>구독 옵션</translation>
    </message>
    <message>
        <source>Without what this connection publishes (no local)</source>
        <translation>이 연결이 발행한 메시지는 제외(no local)</translation>
    </message>
    <message>
        <source>Without what is retained already</source>
        <translation>이미 보존된 메시지는 제외</translation>
    </message>
    <message>
        <source>Subscribe</source>
        <translation>구독</translation>
    </message>
    <message>
        <source>mosquitto_pub publishes: paste it into the topic of the form to publish.</source>
        <translation>mosquitto_pub는 발행하는 명령입니다. 발행 양식의 토픽 칸에 붙여넣으십시오.</translation>
    </message>
    <message>
        <source>+ stands for one level, # at the end for all below. $share/group/filter shares the messages with others. A command line of mosquitto_sub is understood too.</source>
        <translation>+는 한 단계를, 끝의 #은 그 아래 전체를 뜻합니다. $share/그룹/필터를 쓰면 다른 구독자와 메시지를 나누어 받습니다. mosquitto_sub 명령도 입력할 수 있습니다.</translation>
    </message>
    <message>
        <source>Copy the subscriptions as mosquitto_sub</source>
        <translation>구독을 mosquitto_sub 명령으로 복사</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::SysPage</name>
    <message>
        <source>Broker</source>
        <translation>브로커</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>가동 시간</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Memory at most</source>
        <translation>최대 메모리</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>Away, with a session</source>
        <translation>오프라인(세션 유지)</translation>
    </message>
    <message>
        <source>At most so far</source>
        <translation>최대 동시 접속</translation>
    </message>
    <message>
        <source>Sessions expired</source>
        <translation>만료된 세션</translation>
    </message>
    <message>
        <source>Load, a minute&apos;s average</source>
        <translation>부하(1분 평균)</translation>
    </message>
    <message>
        <source>Messages in</source>
        <translation>들어온 패킷</translation>
    </message>
    <message>
        <source>Messages out</source>
        <translation>나간 패킷</translation>
    </message>
    <message>
        <source>Published in</source>
        <translation>들어온 발행</translation>
    </message>
    <message>
        <source>Published out</source>
        <translation>나간 발행</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>버려짐</translation>
    </message>
    <message>
        <source>New connections</source>
        <translation>새 연결</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>메시지</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받음</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>Dropped in all</source>
        <translation>버려진 발행 전체</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>저장됨</translation>
    </message>
    <message>
        <source>Stored payloads</source>
        <translation>저장된 페이로드</translation>
    </message>
    <message>
        <source>Retained</source>
        <translation>보존</translation>
    </message>
    <message>
        <source>Subscriptions</source>
        <translation>구독</translation>
    </message>
    <message>
        <source>Shared subscriptions</source>
        <translation>공유 구독</translation>
    </message>
    <message>
        <source>Bytes in</source>
        <translation>받은 바이트</translation>
    </message>
    <message>
        <source>Bytes out</source>
        <translation>보낸 바이트</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>초당 %1</translation>
    </message>
    <message>
        <source>Nothing has come below $SYS/broker yet. Many brokers show it to administrators only, or not at all.</source>
        <translation>$SYS/broker 아래에서 아직 아무것도 오지 않았습니다. 관리자에게만 보여 주거나 아예 제공하지 않는 브로커가 많습니다.</translation>
    </message>
    <message>
        <source>What the broker says of itself below $SYS.</source>
        <translation>브로커가 $SYS 아래에 알리는 자체 상태입니다.</translation>
    </message>
    <message>
        <source>Many brokers tell how they are in topics below $SYS: clients, messages, load.</source>
        <translation>많은 브로커가 $SYS 아래 토픽으로 클라이언트, 메시지, 부하를 알려 줍니다.</translation>
    </message>
    <message>
        <source>Subscribe to %1</source>
        <translation>구독: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), %1</source>
        <translation>
            <numerusform>%n일 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Draw load and clients in the chart</source>
        <translation>부하와 클라이언트 수를 차트에 그리기</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TablePage</name>
    <message>
        <source>%1 is no table that the loaded modules know. Walk it instead.</source>
        <translation>로드된 모듈에 표로 정의되어 있지 않습니다: %1. 워크를 실행하십시오.</translation>
    </message>
    <message>
        <source>This</source>
        <translation>이 객체</translation>
    </message>
    <message>
        <source>Reading the table</source>
        <translation>표 읽는 중</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n행</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cells that the agent does not have</source>
        <translation>에이전트에 없는 셀 %1개</translation>
    </message>
    <message>
        <source>The table is being read.</source>
        <translation>표를 읽고 있습니다.</translation>
    </message>
    <message>
        <source>The agent has no row in this table, or may not show it.</source>
        <translation>에이전트의 이 표에 행이 없거나 볼 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Copy as a table</source>
        <translation>표로 복사</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>값 복사</translation>
    </message>
    <message>
        <source>Delete this row…</source>
        <translation>이 행 삭제…</translation>
    </message>
    <message>
        <source>A row was made in %1.</source>
        <translation>행을 만들었습니다: %1</translation>
    </message>
    <message>
        <source>Delete the row?</source>
        <translation>행을 삭제할까요?</translation>
    </message>
    <message>
        <source>The agent is asked to destroy the row %1 of %2 (%3 = destroy). It cannot be brought back from here.</source>
        <translation>에이전트에 행 삭제를 요청합니다: %2, %1 (%3 = destroy). 여기에서는 되살릴 수 없습니다.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>The row %1 was deleted.</source>
        <translation>행을 삭제했습니다: %1</translation>
    </message>
    <message>
        <source>Save the table</source>
        <translation>표 저장</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장됨: %1</translation>
    </message>
    <message>
        <source>Choose a table in the tree (ifTable, hrStorageTable, lldpRemTable) and press “Show as a table”: its rows appear here, by their index.</source>
        <translation>트리에서 표(ifTable, hrStorageTable, lldpRemTable 등)를 고르고 “표로 보기”를 누르면 인덱스에 따라 행이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Read the table again</source>
        <translation>표 다시 읽기</translation>
    </message>
    <message>
        <source>How often the table is read again</source>
        <translation>표를 다시 읽는 주기</translation>
    </message>
    <message>
        <source>Turn the table: rows become columns</source>
        <translation>행과 열 바꾸기</translation>
    </message>
    <message>
        <source>Make a row…</source>
        <translation>행 만들기…</translation>
    </message>
    <message>
        <source>Save the table…</source>
        <translation>표 저장…</translation>
    </message>
    <message>
        <source>Once</source>
        <translation>한 번</translation>
    </message>
    <message>
        <source>Every %1 s</source>
        <translation>%1초마다</translation>
    </message>
    <message>
        <source>Filter the rows</source>
        <translation>행 필터</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>표</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>요청 %n건</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::Tabs</name>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>탭 닫기</translation>
    </message>
    <message>
        <source>Close tab (Ctrl+Shift+W)</source>
        <translation>탭 닫기(Ctrl+Shift+W)</translation>
    </message>
    <message>
        <source>New tab (Ctrl+Shift+T)</source>
        <translation>새 탭(Ctrl+Shift+T)</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>새 탭</translation>
    </message>
    <message>
        <source>Duplicate tab</source>
        <translation>탭 복제</translation>
    </message>
    <message>
        <source>Split right</source>
        <translation>오른쪽으로 나누기</translation>
    </message>
    <message>
        <source>Split below</source>
        <translation>아래로 나누기</translation>
    </message>
    <message>
        <source>Move to a new split</source>
        <translation>새 칸으로 옮기기</translation>
    </message>
    <message>
        <source>Move to the next split</source>
        <translation>다음 칸으로 옮기기</translation>
    </message>
    <message>
        <source>Move to a new window</source>
        <translation>새 창으로 옮기기</translation>
    </message>
    <message>
        <source>Connect when the program starts</source>
        <translation>프로그램을 시작할 때 연결</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TerminalPage</name>
    <message>
        <source>Text</source>
        <translation>글자</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>글꼴</translation>
    </message>
    <message>
        <source>The best that is installed</source>
        <translation>설치된 글꼴 중 가장 알맞은 것</translation>
    </message>
    <message>
        <source>Font size</source>
        <translation>글꼴 크기</translation>
    </message>
    <message>
        <source>pt</source>
        <comment>points</comment>
        <translation>pt</translation>
    </message>
    <message>
        <source>Colors</source>
        <translation>색 구성</translation>
    </message>
    <message>
        <source>As the window</source>
        <translation>창과 같게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>검은 배경</translation>
    </message>
    <message>
        <source>Bold text in bright colors</source>
        <translation>굵은 글자를 밝은 색으로 표시</translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation>커서</translation>
    </message>
    <message>
        <source>Cursor shape</source>
        <translation>커서 모양</translation>
    </message>
    <message>
        <source>As the program asks</source>
        <translation>프로그램이 정하는 대로</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>블록</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>막대</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>밑줄</translation>
    </message>
    <message>
        <source>Cursor blinks</source>
        <translation>커서 깜박임</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>항상</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>안 함</translation>
    </message>
    <message>
        <source>Scrollback and bell</source>
        <translation>스크롤백과 벨</translation>
    </message>
    <message>
        <source>Scrollback</source>
        <translation>스크롤백</translation>
    </message>
    <message>
        <source>MiB</source>
        <comment>mebibytes</comment>
        <translation>MiB</translation>
    </message>
    <message>
        <source>Memory for lines that have left the screen, for each tab that is opened from now on.</source>
        <translation>화면에서 밀려난 줄을 보관하는 메모리입니다. 지금부터 여는 탭마다 적용됩니다.</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>벨</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>화면 깜박임</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>소리</translation>
    </message>
    <message>
        <source>Flash and sound</source>
        <translation>화면 깜박임과 소리</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Copy and paste</source>
        <translation>복사와 붙여넣기</translation>
    </message>
    <message>
        <source>Ask before several lines are pasted</source>
        <translation>여러 줄을 붙여넣기 전에 확인</translation>
    </message>
    <message>
        <source>Text with control characters is always asked about, whatever is chosen here.</source>
        <translation>제어 문자가 든 텍스트는 이 설정과 관계없이 항상 확인합니다.</translation>
    </message>
    <message>
        <source>Copy what is selected at once</source>
        <translation>선택하면 바로 복사</translation>
    </message>
    <message>
        <source>Characters of a word</source>
        <translation>단어에 포함할 문자</translation>
    </message>
    <message>
        <source>Beside letters and digits: what a double click takes for one word.</source>
        <translation>글자와 숫자 외에, 두 번 클릭할 때 한 단어로 볼 문자입니다.</translation>
    </message>
    <message>
        <source>AaBb 0O 1lI {}[] -&gt; 한글 다람쥐</source>
        <translation>AaBb 0O 1lI {}[] -&gt; 한글 다람쥐</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TerminalSession</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>글자 크게</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>글자 작게</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>기본 글자 크기</translation>
    </message>
    <message>
        <source>Clear the scrollback</source>
        <translation>스크롤백 지우기</translation>
    </message>
    <message>
        <source>Cancel the paste</source>
        <translation>붙여넣기 취소</translation>
    </message>
    <message>
        <source>Nothing is being pasted.</source>
        <translation>지금 붙여넣는 것이 없습니다.</translation>
    </message>
    <message>
        <source>A paste was not finished: %1 of %2 were sent.</source>
        <translation>붙여넣기가 끝나지 않았습니다. 전체 %2 중 %1까지 보냈습니다.</translation>
    </message>
    <message>
        <source>Nothing was pasted: at most %1 can wait to be sent.</source>
        <translation>아무것도 붙여넣지 않았습니다. 보내기를 기다릴 수 있는 양은 최대 %1입니다.</translation>
    </message>
    <message>
        <source>Pasting; the other side takes its time.</source>
        <translation>붙여넣는 중입니다. 상대가 천천히 받고 있습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TextFilter</name>
    <message>
        <source>The expression cannot be read at character %1: %2</source>
        <translation>정규식의 %1번째 글자를 해석할 수 없습니다: %2</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TopicModel</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>토픽 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>First message: %1</source>
        <translation>첫 메시지: %1</translation>
    </message>
    <message>
        <source>Last message: %1</source>
        <translation>마지막 메시지: %1</translation>
    </message>
    <message>
        <source>The broker keeps a value of it (retained).</source>
        <translation>브로커가 값을 보관하고 있습니다(보존).</translation>
    </message>
    <message>
        <source>Messages a second, over the last ten seconds</source>
        <translation>최근 10초간의 초당 메시지 수</translation>
    </message>
    <message>
        <source>Sorts by the time of the last message</source>
        <translation>마지막 메시지 시각으로 정렬</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>마지막 값</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>/s</source>
        <comment>messages a second, column head</comment>
        <translation>/초</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TopicPage</name>
    <message>
        <source>Choose a topic at the left: its messages appear here, the newest first.</source>
        <translation>왼쪽에서 토픽을 고르면 메시지가 최신순으로 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Nothing was published at this level itself. Open it to see what lies below.</source>
        <translation>이 단계 자체에 발행된 메시지는 없습니다. 펼쳐서 아래를 보십시오.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>새 메시지 %1개</translation>
    </message>
    <message>
        <source>Messages that are listed, of all that came. Scroll to the end for older ones; the history keeps as many as its budget holds.</source>
        <translation>지금까지 온 메시지 중 목록에 있는 수입니다. 끝까지 스크롤하면 더 오래된 것이 나타나며, 기록은 정해진 용량까지 보관됩니다.</translation>
    </message>
    <message>
        <source>Following</source>
        <translation>따라가는 중</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Copy the topic</source>
        <translation>토픽 복사</translation>
    </message>
    <message>
        <source>Show the newest message as it comes, or let the list stand still</source>
        <translation>최신 메시지를 따라가거나 목록을 멈춥니다</translation>
    </message>
    <message>
        <source>Compare with this message</source>
        <translation>이 메시지와 비교</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TopicPane</name>
    <message numerus="yes">
        <source>%n topic(s)</source>
        <translation>
            <numerusform>토픽 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 messages</source>
        <translation>메시지 %1개</translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation>%1 보관</translation>
    </message>
    <message>
        <source>%1 older ones dropped</source>
        <translation>오래된 %1개 버림</translation>
    </message>
    <message>
        <source>%1 payloads shortened</source>
        <translation>줄인 페이로드 %1개</translation>
    </message>
    <message>
        <source>%1 of topics beyond the limit, counted only</source>
        <translation>토픽 한도를 넘어 세기만 한 메시지 %1개</translation>
    </message>
    <message>
        <source>The last message of every topic is kept always, the history as far as its budget reaches; what was left out is counted here.</source>
        <translation>모든 토픽의 마지막 메시지는 항상 보관하고, 기록은 정해진 용량까지 보관합니다. 제외된 것은 여기에서 셉니다.</translation>
    </message>
    <message>
        <source>The history begins at %1.</source>
        <translation>기록의 시작: %1</translation>
    </message>
    <message>
        <source>Copy the topic</source>
        <translation>토픽 복사</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>값 복사</translation>
    </message>
    <message>
        <source>Subscribe to all below</source>
        <translation>아래 전체 구독</translation>
    </message>
    <message>
        <source>Publish to this topic…</source>
        <translation>이 토픽에 발행…</translation>
    </message>
    <message>
        <source>Draw its value in the chart</source>
        <translation>값을 차트에 그리기</translation>
    </message>
    <message>
        <source>Retained values from here on…</source>
        <translation>여기부터의 보존 값…</translation>
    </message>
    <message>
        <source>Export from here on…</source>
        <translation>여기부터 내보내기…</translation>
    </message>
    <message>
        <source>Find topics: text, or a/+/c</source>
        <translation>토픽 찾기: 텍스트나 a/+/c</translation>
    </message>
    <message>
        <source>Text in the topic, a topic filter with + or #, or a regular expression.</source>
        <translation>토픽에 있는 텍스트, + 또는 #가 있는 토픽 필터, 정규식을 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>List what is found with whole topics, in place of a tree</source>
        <translation>찾은 것을 트리 대신 전체 토픽 목록으로 표시</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>필터와 일치하는 항목이 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 topics found</source>
        <translation>토픽 %2개 중 %1개 찾음</translation>
    </message>
    <message>
        <source>Too many for the clipboard: %1 topics were copied, %2 left out.</source>
        <translation>클립보드에 담기에는 너무 많습니다. 복사한 토픽: %1개, 제외한 토픽: %2개</translation>
    </message>
    <message>
        <source>Copy from here on as JSON</source>
        <translation>여기부터 JSON으로 복사</translation>
    </message>
    <message>
        <source>Copy as mosquitto_sub</source>
        <translation>mosquitto_sub 명령으로 복사</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TranscriptModel</name>
    <message>
        <source>Sent</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>받음</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>Seconds since the beginning</source>
        <translation>시작부터 지난 초</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>내용</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TranscriptView</name>
    <message>
        <source>Save the transcript</source>
        <translation>기록 저장</translation>
    </message>
    <message>
        <source>Text (%1)</source>
        <translation>텍스트 (%1)</translation>
    </message>
    <message>
        <source>Follow what comes</source>
        <translation>새 내용 따라가기</translation>
    </message>
    <message>
        <source>Copy the shown or selected lines</source>
        <translation>보이는 줄 또는 선택한 줄 복사</translation>
    </message>
    <message>
        <source>Save the shown lines as text</source>
        <translation>보이는 줄을 텍스트로 저장</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Filter the transcript</source>
        <translation>기록 필터</translation>
    </message>
    <message>
        <source>%1 lines were left out to save room.</source>
        <translation>공간을 아끼려고 %1줄을 뺐습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TrapAccess</name>
    <message>
        <source>SNMP traps: %1</source>
        <translation>SNMP 트랩: %1</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TrapBar</name>
    <message>
        <source>Stopped</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>시작하는 중…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>수신 중</translation>
    </message>
    <message>
        <source>Not listening</source>
        <translation>수신하지 않음</translation>
    </message>
    <message>
        <source>An address of this machine and a port; 0.0.0.0 or :: for all of its addresses</source>
        <translation>이 컴퓨터의 주소와 포트. 모든 주소는 0.0.0.0 또는 ::</translation>
    </message>
    <message>
        <source>Where to listen</source>
        <translation>수신 주소</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>전송 방식</translation>
    </message>
    <message>
        <source>Users: %1</source>
        <translation>사용자: %1</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Whom the receiver believes: communities, and users of SNMPv3</source>
        <translation>수신기가 믿는 대상: 커뮤니티와 SNMPv3 사용자</translation>
    </message>
    <message>
        <source>Send…</source>
        <translation>보내기…</translation>
    </message>
    <message>
        <source>Send a trap or an inform</source>
        <translation>트랩 또는 인폼 보내기</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TrapDetail</name>
    <message>
        <source>from %1, port %2 over %3</source>
        <translation>발신 %1, 포트 %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n octet(s)</source>
        <translation>
            <numerusform>%n옥텟</numerusform>
        </translation>
    </message>
    <message>
        <source>up for %1</source>
        <translation>가동 시간 %1</translation>
    </message>
    <message>
        <source>rule: %1</source>
        <translation>규칙: %1</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>보안 수준 %1</translation>
    </message>
    <message>
        <source>engine ID %1</source>
        <translation>엔진 ID %1</translation>
    </message>
    <message>
        <source>context %1</source>
        <translation>컨텍스트 %1</translation>
    </message>
    <message>
        <source>Community %1</source>
        <translation>커뮤니티 %1</translation>
    </message>
    <message>
        <source>version 1: enterprise %1, agent %2, generic %3, specific %4</source>
        <translation>버전 1: enterprise %1, 에이전트 %2, generic %3, specific %4</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>JSON으로 복사</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>상세 정보 닫기</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>It begins with: %1</source>
        <translation>시작 부분: %1</translation>
    </message>
    <message>
        <source>(no snmpTrapOID)</source>
        <translation>(snmpTrapOID 없음)</translation>
    </message>
    <message>
        <source>No loaded module defines this notification. Add the vendor&apos;s modules on the Modules page of the drawer.</source>
        <translation>이 알림을 정의한 모듈이 없습니다. 서랍의 ‘모듈’ 페이지에서 제조사의 모듈을 추가하십시오.</translation>
    </message>
    <message>
        <source>This notification carries no objects.</source>
        <translation>이 알림에는 객체가 없습니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TrapFeed</name>
    <message>
        <source>Received %1</source>
        <translation>수신 %1</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>초당 %1</translation>
    </message>
    <message>
        <source>– a second</source>
        <translation>초당 –</translation>
    </message>
    <message>
        <source>Rejected %1</source>
        <translation>거부 %1</translation>
    </message>
    <message>
        <source>Dropped by the system %1</source>
        <translation>시스템이 버림 %1</translation>
    </message>
    <message>
        <source>Dropped by the system: not measurable</source>
        <translation>시스템이 버림: 측정할 수 없음</translation>
    </message>
    <message>
        <source>Lost on the way here %1</source>
        <translation>여기까지 오는 중 유실 %1</translation>
    </message>
    <message>
        <source>The last %1 are kept, %2 older ones are gone</source>
        <translation>최근 %1개 보관, 이전 %2개는 사라짐</translation>
    </message>
    <message>
        <source>Kept %1</source>
        <translation>보관 %1</translation>
    </message>
    <message>
        <source>Paused: %1 new ones wait</source>
        <translation>일시 정지: 새 알림 %1개 대기</translation>
    </message>
    <message>
        <source>Shown %1, %2 still to look through</source>
        <translation>표시 %1, 살펴볼 것 %2</translation>
    </message>
    <message>
        <source>Shown %1</source>
        <translation>표시 %1</translation>
    </message>
    <message>
        <source>Only from %1</source>
        <translation>이 발신자만: %1</translation>
    </message>
    <message>
        <source>Not from %1</source>
        <translation>이 발신자 제외: %1</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>이것만: %1</translation>
    </message>
    <message>
        <source>Not %1</source>
        <translation>이것 제외: %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>JSON으로 복사</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Save the notifications</source>
        <translation>알림 저장</translation>
    </message>
    <message>
        <source>Saving the notifications</source>
        <translation>알림을 저장하는 중</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) written to %1.</source>
        <translation>
            <numerusform>알림 %n개를 저장했습니다: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>파일을 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Filter: linkDown from:10.1.0.0/16 -type:rejected</source>
        <translation>필터: linkDown from:10.1.0.0/16 -type:rejected</translation>
    </message>
    <message>
        <source>Filter of notifications</source>
        <translation>알림 필터</translation>
    </message>
    <message>
        <source>Words that must all be there. A field in front: name: from: user: oid: version: type: reason: engine:. A minus in front: not this. Quotes keep words together.</source>
        <translation>모두 들어 있어야 하는 단어를 적습니다. 앞에 붙이는 필드: name: from: user: oid: version: type: reason: engine:. 앞에 빼기를 붙이면 제외합니다. 따옴표는 여러 단어를 하나로 묶습니다.</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>Show messages that were rejected, with the reason</source>
        <translation>거부된 메시지를 이유와 함께 표시</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Hold the list still; what comes meanwhile is kept</source>
        <translation>목록을 멈춥니다. 그동안 들어온 것은 보관합니다</translation>
    </message>
    <message>
        <source>Empty the list</source>
        <translation>목록 비우기</translation>
    </message>
    <message>
        <source>Save the notifications…</source>
        <translation>알림 저장…</translation>
    </message>
    <message>
        <source>Those shown, as CSV…</source>
        <translation>표시된 것을 CSV로…</translation>
    </message>
    <message>
        <source>Those shown, as JSON lines…</source>
        <translation>표시된 것을 JSON 줄로…</translation>
    </message>
    <message>
        <source>All that are kept, as CSV…</source>
        <translation>보관된 모든 것을 CSV로…</translation>
    </message>
    <message>
        <source>All that are kept, as JSON lines…</source>
        <translation>보관된 모든 것을 JSON 줄로…</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>The filter lets none of them through.</source>
        <translation>필터를 통과한 알림이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing has come yet.</source>
        <translation>아직 들어온 것이 없습니다.</translation>
    </message>
    <message>
        <source>Notifications a second over the last five (trap_rate)</source>
        <translation>최근 5초 동안의 초당 알림 수(trap_rate)</translation>
    </message>
    <message>
        <source>Messages that the operating system threw away because they came faster than they were read</source>
        <translation>읽는 속도보다 빨리 들어와 운영 체제가 버린 메시지</translation>
    </message>
    <message>
        <source>Notifications that waited for this window and had to make room for newer ones</source>
        <translation>이 창을 기다리다가 새 알림에 자리를 내준 알림</translation>
    </message>
    <message>
        <source>The list keeps so many and no more; the oldest go</source>
        <translation>목록은 정해진 수만 보관하고 오래된 것부터 지웁니다</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TrapForwardPage</name>
    <message>
        <source>Off</source>
        <translation>꺼짐</translation>
    </message>
    <message>
        <source>Begins when traps are listened for</source>
        <translation>수신을 시작하면 전달합니다</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>연결 중</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>연결되지 않음</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>보냄 %1</translation>
    </message>
    <message>
        <source>queued %1</source>
        <translation>대기 %1</translation>
    </message>
    <message>
        <source>dropped %1</source>
        <translation>버림 %1</translation>
    </message>
    <message>
        <source>shortened %1</source>
        <translation>줄임 %1</translation>
    </message>
    <message>
        <source>sent again %1</source>
        <translation>다시 보냄 %1</translation>
    </message>
    <message>
        <source>It is on the list already.</source>
        <translation>이미 목록에 있습니다.</translation>
    </message>
    <message>
        <source>There are as many as can be.</source>
        <translation>더 추가할 수 없습니다.</translation>
    </message>
    <message>
        <source>Notifications go on to these receivers as syslog messages (RFC 5424). What cannot be sent yet waits in a file and survives the program.</source>
        <translation>알림을 이 수신기들에 syslog 메시지(RFC 5424)로 전달합니다. 아직 보내지 못한 것은 파일에서 기다리며 프로그램이 끝나도 남습니다.</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>수신기</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Receivers</source>
        <translation>수신기</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Another receiver</source>
        <translation>수신기 추가</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>syslog:// is UDP, syslog+tcp:// TCP, syslog+tls:// TLS. Options: facility, max, ca, cert, key, name.</source>
        <translation>syslog://는 UDP, syslog+tcp://는 TCP, syslog+tls://는 TLS입니다. 옵션: facility, max, ca, cert, key, name.</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Everything, where it is left empty</source>
        <translation>비워 두면 모두</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Severities are those of the rules at the moment when listening began.</source>
        <translation>심각도는 수신을 시작한 때의 규칙을 따릅니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TrapForwarding</name>
    <message>
        <source>Forwarding to %1: %2</source>
        <translation>%1 전달: %2</translation>
    </message>
    <message>
        <source>Forwarding to %1 works again.</source>
        <translation>%1: 다시 전달됩니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TrapModel</name>
    <message>
        <source>Good</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>정보</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>%1 inform</source>
        <translation>%1 인폼</translation>
    </message>
    <message>
        <source>%1 trap</source>
        <translation>%1 트랩</translation>
    </message>
    <message numerus="yes">
        <source>%n more like it were not listed.</source>
        <translation>
            <numerusform>같은 메시지 %n개는 목록에 넣지 않았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>(no snmpTrapOID)</source>
        <translation>(snmpTrapOID 없음)</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>UTC %1</source>
        <translation>UTC %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>심각도</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>발신자</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>가동 시간</translation>
    </message>
    <message>
        <source>Varbinds</source>
        <translation>varbind(변수 바인딩)</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TrapPanel</name>
    <message>
        <source>Traps, port %1</source>
        <translation>트랩, 포트 %1</translation>
    </message>
    <message>
        <source>Traps, %1</source>
        <translation>트랩, %1</translation>
    </message>
    <message numerus="yes">
        <source>The passwords of %n user(s) of SNMPv3 are not known: what they send is rejected.</source>
        <translation>
            <numerusform>SNMPv3 사용자 %n명의 비밀번호를 모릅니다. 이 사용자가 보내는 것은 거부됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>No traps are listened for any more.</source>
        <translation>트랩 수신을 멈췄습니다.</translation>
    </message>
    <message>
        <source>Listening for traps on %1.</source>
        <translation>트랩을 수신합니다: %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Listen on %1</source>
        <translation>%1번 포트로 수신</translation>
    </message>
    <message>
        <source>Copy the commands</source>
        <translation>명령 복사</translation>
    </message>
    <message>
        <source>The system has begun to throw messages away, because they come faster than they are read.</source>
        <translation>메시지가 읽는 속도보다 빨리 들어와 시스템이 버리기 시작했습니다.</translation>
    </message>
    <message>
        <source>Alarm (%1): %2 from %3</source>
        <translation>경보(%1): %2, 발신 %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>보기</translation>
    </message>
    <message numerus="yes">
        <source>%n more alarm(s) within one second.</source>
        <translation>
            <numerusform>1초 안에 경보가 %n개 더 있었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule “%1” cannot be read: %2</source>
        <translation>규칙 “%1”: 읽을 수 없습니다. %2</translation>
    </message>
    <message>
        <source>Why it is as it is</source>
        <translation>왜 그런가</translation>
    </message>
    <message>
        <source>Looks at what was received since the tab was opened: what was rejected or lost and why, and the clocks of the senders. Nothing is sent.</source>
        <translation>탭을 연 뒤에 수신한 것을 살펴봅니다. 무엇이 왜 거부되거나 유실되었는지, 발신자들의 시계가 맞는지 봅니다. 아무것도 보내지 않습니다.</translation>
    </message>
    <message>
        <source>Filter the notifications</source>
        <translation>알림 필터</translation>
    </message>
    <message>
        <source>Hold the list of notifications, or let it go on</source>
        <translation>알림 목록 멈추기 또는 계속하기</translation>
    </message>
    <message>
        <source>Show or hide rejected messages</source>
        <translation>거부된 메시지 표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Empty the list of notifications</source>
        <translation>알림 목록 비우기</translation>
    </message>
    <message>
        <source>Show or hide whom the receiver of traps believes</source>
        <translation>트랩 수신기가 믿는 사용자 표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Show or hide the rules of notifications</source>
        <translation>알림 규칙 표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Show or hide where notifications are forwarded to</source>
        <translation>알림 전달 대상 표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Show or hide the MIB modules</source>
        <translation>MIB 모듈 표시 또는 숨기기</translation>
    </message>
    <message>
        <source>Send a trap or an inform</source>
        <translation>트랩 또는 인폼 보내기</translation>
    </message>
    <message>
        <source>Start or stop listening for traps</source>
        <translation>트랩 수신 시작 또는 중지</translation>
    </message>
    <message>
        <source>SNMP traps</source>
        <translation>SNMP 트랩</translation>
    </message>
    <message>
        <source>Traps and informs that devices send to this machine, in every version and in words: filtered, coloured, with alarms, forwarded to syslog, and what was rejected with the reason.</source>
        <translation>장비가 이 컴퓨터로 보내는 모든 버전의 트랩과 인폼을 뜻을 풀어 보여 줍니다. 필터, 색상, 경보, syslog 전달을 갖추고 거부된 것은 이유를 알려 줍니다.</translation>
    </message>
    <message>
        <source>Type snmptrap://0.0.0.0 into the field above and press Enter; without rights for port 162 the tab offers 1162.</source>
        <translation>위 입력란에 snmptrap://0.0.0.0을 입력하고 Enter 키를 누르십시오. 162번 포트를 열 권한이 없으면 1162번을 제안합니다.</translation>
    </message>
    <message>
        <source>Put the users of SNMPv3 on the list of users, with their passwords.</source>
        <translation>SNMPv3 사용자를 비밀번호와 함께 사용자 목록에 넣으십시오.</translation>
    </message>
    <message>
        <source>Have a device send a trap, or send one yourself with the button Send.</source>
        <translation>장비에서 트랩을 보내거나 ‘보내기’ 버튼으로 직접 보내 보십시오.</translation>
    </message>
    <message>
        <source>This tab was open when the program ended the last time.</source>
        <translation>지난번에 프로그램이 끝날 때 열려 있던 탭입니다.</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>수신</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Forwarding</source>
        <translation>전달</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>모듈</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>진단</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TrapRulesPage</name>
    <message>
        <source>New rule</source>
        <translation>새 규칙</translation>
    </message>
    <message>
        <source>That of the severity</source>
        <translation>심각도의 색상</translation>
    </message>
    <message>
        <source>The first rule that fits gives a notification its severity and colour, and may raise an alarm. The list holds for all receivers of this program.</source>
        <translation>처음으로 맞는 규칙이 알림의 심각도와 색상을 정하고 경보를 울릴 수 있습니다. 이 목록은 프로그램의 모든 수신기에 적용됩니다.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>규칙 추가</translation>
    </message>
    <message>
        <source>Remove the rule</source>
        <translation>규칙 제거</translation>
    </message>
    <message>
        <source>Look at it earlier</source>
        <translation>먼저 살펴보기</translation>
    </message>
    <message>
        <source>Look at it later</source>
        <translation>나중에 살펴보기</translation>
    </message>
    <message>
        <source>The usual rules again</source>
        <translation>기본 규칙으로</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>심각도</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>경보</translation>
    </message>
    <message>
        <source>Raise one</source>
        <translation>경보 울리기</translation>
    </message>
    <message>
        <source>After</source>
        <translation>횟수</translation>
    </message>
    <message>
        <source> from one sender</source>
        <translation>회(한 발신자)</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>기간</translation>
    </message>
    <message>
        <source> s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>Tell it in the timeline and above the list</source>
        <translation>이벤트 목록과 알림 목록 위에 표시</translation>
    </message>
    <message>
        <source>Once, until this sender was quiet as long.</source>
        <translation>이 발신자가 그만큼 조용해질 때까지 한 번만 알립니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TrapSendDialog</name>
    <message>
        <source>Put the user on the list of users first.</source>
        <translation>먼저 사용자를 목록에 넣으십시오.</translation>
    </message>
    <message>
        <source>The passwords of this user are not known.</source>
        <translation>이 사용자의 비밀번호를 모릅니다.</translation>
    </message>
    <message>
        <source>On its way…</source>
        <translation>보내는 중…</translation>
    </message>
    <message>
        <source>Acknowledged after %1 ms.</source>
        <translation>%1 ms 만에 확인 응답을 받았습니다.</translation>
    </message>
    <message>
        <source>Sent by the engine %1; traps are not acknowledged.</source>
        <translation>엔진 %1에서 보냈습니다. 트랩에는 확인 응답이 없습니다.</translation>
    </message>
    <message>
        <source>Sent; traps are not acknowledged.</source>
        <translation>보냈습니다. 트랩에는 확인 응답이 없습니다.</translation>
    </message>
    <message>
        <source>Send a notification</source>
        <translation>알림 보내기</translation>
    </message>
    <message>
        <source>A trap is sent once, an inform until it is acknowledged. Choose a notification of any loaded module; its objects are listed below.</source>
        <translation>트랩은 한 번만 보내고 인폼은 확인 응답을 받을 때까지 보냅니다. 불러온 모듈의 알림을 고르면 그 객체가 아래에 나타납니다.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>받는 곳</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Community</source>
        <translation>커뮤니티</translation>
    </message>
    <message>
        <source>public, where it is left empty</source>
        <translation>비워 두면 public</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>As</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>Trap</source>
        <translation>트랩</translation>
    </message>
    <message>
        <source>Inform, which is acknowledged</source>
        <translation>인폼(확인 응답을 받음)</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>알림</translation>
    </message>
    <message>
        <source>Row of the table</source>
        <translation>테이블의 행</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Leave the object out</source>
        <translation>객체 빼기</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>보내기</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TrapUserDialog</name>
    <message>
        <source>A user has a name.</source>
        <translation>사용자 이름을 입력하십시오.</translation>
    </message>
    <message>
        <source>A password of SNMPv3 has at least 8 characters.</source>
        <translation>SNMPv3 비밀번호는 8자 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>This is more secure than the user&apos;s own level.</source>
        <translation>사용자의 보안 수준보다 높습니다.</translation>
    </message>
    <message>
        <source>A user of SNMPv3</source>
        <translation>SNMPv3 사용자</translation>
    </message>
    <message>
        <source>The user %1</source>
        <translation>사용자 %1</translation>
    </message>
    <message>
        <source>Messages of this user are believed from every device that has these passwords. Several users may have one name.</source>
        <translation>이 비밀번호를 가진 모든 장비에서 오는 이 사용자의 메시지를 믿습니다. 이름이 같은 사용자를 여럿 둘 수 있습니다.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>보안 수준</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>인증</translation>
    </message>
    <message>
        <source>Its password</source>
        <translation>비밀번호</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>암호화</translation>
    </message>
    <message>
        <source>As it is, where it is left empty</source>
        <translation>비워 두면 그대로</translation>
    </message>
    <message>
        <source>The same, where it is left empty</source>
        <translation>비워 두면 위와 같음</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>최소 수준</translation>
    </message>
    <message>
        <source>What comes with less is rejected.</source>
        <translation>이보다 낮은 수준으로 오면 거부합니다.</translation>
    </message>
    <message>
        <source>Remember it in the keychain</source>
        <translation>키체인에 저장</translation>
    </message>
    <message>
        <source>It is kept until Portolan is closed: there is no keychain</source>
        <translation>키체인이 없어 Portolan을 닫을 때까지만 보관합니다</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::TrapUsersPage</name>
    <message>
        <source>Take the user off the list</source>
        <translation>목록에서 사용자 빼기</translation>
    </message>
    <message>
        <source>Messages of “%1” are rejected from then on. The credential stays among the others.</source>
        <translation>이제부터 “%1”의 메시지를 거부합니다. 자격 증명은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>Password is not known</source>
        <translation>비밀번호를 모름</translation>
    </message>
    <message>
        <source>Versions 1 and 2c</source>
        <translation>버전 1과 2c</translation>
    </message>
    <message>
        <source>Any community</source>
        <translation>모든 커뮤니티</translation>
    </message>
    <message>
        <source>Only these communities</source>
        <translation>다음 커뮤니티만</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>받지 않음</translation>
    </message>
    <message>
        <source>Communities with blanks between them</source>
        <translation>빈칸으로 구분한 커뮤니티</translation>
    </message>
    <message>
        <source>Communities that are accepted</source>
        <translation>받아들이는 커뮤니티</translation>
    </message>
    <message>
        <source>They are kept in the keychain and not shown again: type all of them to change them.</source>
        <translation>키체인에 보관하고 다시 표시하지 않습니다. 바꾸려면 모두 다시 입력하십시오.</translation>
    </message>
    <message>
        <source>A community can be read on the way and a sender&apos;s address forged. What must be believed comes with SNMPv3.</source>
        <translation>커뮤니티 스트링은 전송 중에 읽힐 수 있고 발신 주소는 위조될 수 있습니다. 믿어야 하는 알림은 SNMPv3로 받으십시오.</translation>
    </message>
    <message>
        <source>Users of SNMPv3</source>
        <translation>SNMPv3 사용자</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>보호</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Add a user…</source>
        <translation>사용자 추가…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>변경…</translation>
    </message>
    <message>
        <source>Take over from the connections (%1)</source>
        <translation>연결 목록에서 가져오기(%1)</translation>
    </message>
    <message>
        <source>They are believed from every engine that has these passwords; a user who is not on the list is never believed. It holds for all receivers of this program, at once.</source>
        <translation>이 비밀번호를 가진 모든 엔진에서 오는 메시지를 믿습니다. 목록에 없는 사용자는 믿지 않습니다. 프로그램의 모든 수신기에 바로 적용됩니다.</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::VarbindModel</name>
    <message>
        <source>The agent sends %1 where the module has another type.</source>
        <translation>모듈의 형식과 다르게 에이전트가 보낸 형식: %1</translation>
    </message>
    <message>
        <source>The module does not allow this value.</source>
        <translation>모듈이 허용하지 않는 값입니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>OID</source>
        <translation>OID</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::VarbindRows</name>
    <message>
        <source>Object</source>
        <translation>객체</translation>
    </message>
    <message>
        <source>Syntax</source>
        <translation>구문</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>전송된 값</translation>
    </message>
    <message>
        <source>OID</source>
        <translation>OID</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::VerdictBar</name>
    <message>
        <source>Name or address of a server</source>
        <translation>서버 이름 또는 주소</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>다른 서버</translation>
    </message>
    <message>
        <source>A name, an address with or without a port, or a whole ntp:// address; several with spaces between.</source>
        <translation>이름, 주소(포트 생략 가능) 또는 ntp:// 주소를 입력하십시오. 빈칸으로 구분하여 여러 개를 넣을 수 있습니다.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Adds what is typed; without anything typed, shows well-known servers and reads configuration files.</source>
        <translation>입력한 서버를 추가합니다. 입력하지 않으면 알려진 서버를 보여 주고 설정 파일을 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Go on asking</source>
        <translation>다시 묻기</translation>
    </message>
    <message>
        <source>Pause: ask nobody for now</source>
        <translation>일시 정지: 당분간 묻지 않음</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::WedgePlot</name>
    <message>
        <source>Offset over delay</source>
        <translation>지연에 따른 오프셋</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::WindowConnections</name>
    <message>
        <source>Show or hide the connections</source>
        <translation>연결 목록 보이기/숨기기</translation>
    </message>
    <message>
        <source>Find a connection</source>
        <translation>연결 찾기</translation>
    </message>
    <message>
        <source>New connection</source>
        <translation>새 연결</translation>
    </message>
    <message>
        <source>Save the tab as a connection</source>
        <translation>탭을 연결로 저장</translation>
    </message>
    <message>
        <source>Import connections</source>
        <translation>연결 가져오기</translation>
    </message>
    <message>
        <source>Export connections</source>
        <translation>연결 내보내기</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::WindowMenu</name>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정 따름</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>테마</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>This tab</source>
        <translation>이 탭</translation>
    </message>
    <message>
        <source>Splits and windows</source>
        <translation>칸과 창</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::WorkProgress</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중 %1</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>%1초 남음</translation>
    </message>
    <message>
        <source>%1:%2 left</source>
        <translation>%1:%2 남음</translation>
    </message>
</context>
<context>
    <name>Portolan::Ui::Workspace</name>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Close window</source>
        <translation>창 닫기</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) will end.</source>
        <translation>
            <numerusform>세션 %n개가 종료됩니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PtyEngine</name>
    <message>
        <source>A program was already started here.</source>
        <translation>여기서는 이미 프로그램을 시작했습니다.</translation>
    </message>
    <message>
        <source>The program &quot;%1&quot; was not found.</source>
        <translation>프로그램을 찾을 수 없습니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>The system gave no pseudo terminal.</source>
        <translation>시스템에서 의사 터미널을 할당받지 못했습니다.</translation>
    </message>
    <message>
        <source>The program could not be started.</source>
        <translation>프로그램을 시작하지 못했습니다.</translation>
    </message>
    <message>
        <source>The folder &quot;%1&quot; cannot be entered.</source>
        <translation>폴더로 이동할 수 없습니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>The program &quot;%1&quot; could not be started.</source>
        <translation>프로그램을 시작하지 못했습니다: &quot;%1&quot;</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>This command takes nothing behind &quot;--&quot;.</source>
        <translation>이 명령은 &quot;--&quot; 뒤에 아무것도 받지 않습니다.</translation>
    </message>
    <message>
        <source>--insecure: who the peer is will not be checked in this run.</source>
        <translation>--insecure: 이번 실행에서는 상대의 신원을 확인하지 않습니다.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>취소했습니다.</translation>
    </message>
    <message>
        <source>Standard output could not be written.</source>
        <translation>표준 출력에 쓰지 못했습니다.</translation>
    </message>
    <message>
        <source>A password does not belong in a URL. Use --password-env, --password-fd or --ask-password.</source>
        <translation>URL에 비밀번호를 넣을 수 없습니다. --password-env, --password-fd, --ask-password 중 하나를 사용하십시오.</translation>
    </message>
    <message>
        <source>Print one JSON object a line, the last one a summary</source>
        <translation>한 줄에 JSON 객체 하나씩 출력(마지막 줄은 요약)</translation>
    </message>
    <message>
        <source>Longest time for each step, in seconds (10)</source>
        <translation>단계별 최대 시간, 초 단위(10)</translation>
    </message>
    <message>
        <source>Language of messages</source>
        <translation>메시지 언어</translation>
    </message>
    <message>
        <source>Certificates to trust, in PEM form</source>
        <translation>신뢰할 인증서(PEM 형식)</translation>
    </message>
    <message>
        <source>Do not check who the peer is, in this run only</source>
        <translation>이번 실행에서만 상대의 신원을 확인하지 않음</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>사용자 이름</translation>
    </message>
    <message>
        <source>Read the password from this open file descriptor</source>
        <translation>열려 있는 이 파일 디스크립터에서 비밀번호 읽기</translation>
    </message>
    <message>
        <source>Read the password from this environment variable</source>
        <translation>이 환경 변수에서 비밀번호 읽기</translation>
    </message>
    <message>
        <source>Ask for the password at the terminal</source>
        <translation>터미널에서 비밀번호 묻기</translation>
    </message>
    <message>
        <source>Say what happens underneath</source>
        <translation>내부에서 일어나는 일을 자세히 알림</translation>
    </message>
    <message>
        <source>Print the version</source>
        <translation>버전 출력</translation>
    </message>
    <message>
        <source>The command line is not valid; --help shows what is.</source>
        <translation>명령줄이 올바르지 않습니다. --help로 사용법을 확인하십시오.</translation>
    </message>
    <message>
        <source>The input could not be read.</source>
        <translation>입력을 읽지 못했습니다.</translation>
    </message>
    <message>
        <source>The input ended without a line.</source>
        <translation>한 줄도 입력되지 않고 입력이 끝났습니다.</translation>
    </message>
    <message>
        <source>The line is longer than 4096 bytes.</source>
        <translation>줄이 4096바이트보다 깁니다.</translation>
    </message>
    <message>
        <source>There is no terminal to ask at.</source>
        <translation>물어볼 터미널이 없습니다.</translation>
    </message>
    <message>
        <source>The step &quot;%1&quot; is not understood.</source>
        <translation>알 수 없는 단계입니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Line %1 of the script</source>
        <translation>스크립트 %1번째 줄</translation>
    </message>
    <message>
        <source>\x is followed by two hexadecimal digits.</source>
        <translation>\x 뒤에는 16진수 두 자리가 옵니다.</translation>
    </message>
    <message>
        <source>\ is followed by r, n, t, e, x or another \.</source>
        <translation>\ 뒤에는 r, n, t, e, x 또는 \가 옵니다.</translation>
    </message>
    <message>
        <source>The engines of Portolan on the command line</source>
        <translation>명령줄에서 쓰는 Portolan 엔진</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; cannot be opened.</source>
        <translation>파일을 열 수 없습니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; cannot be read.</source>
        <translation>파일을 읽을 수 없습니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>The file is larger than 1 GiB.</source>
        <translation>파일이 1 GiB보다 큽니다.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>파일이 비어 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 MB/s (median of %n rounds)</source>
        <translation>
            <numerusform>%1 MB/s(%n회 측정의 중앙값)</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns (80)</source>
        <translation>열 수(80)</translation>
    </message>
    <message>
        <source>Rows (24)</source>
        <translation>행 수(24)</translation>
    </message>
    <message>
        <source>The terminal emulator</source>
        <translation>터미널 에뮬레이터</translation>
    </message>
    <message>
        <source>Feed bytes to a terminal and print its screen</source>
        <translation>바이트를 터미널에 넣고 화면을 출력</translation>
    </message>
    <message>
        <source>The bytes; standard input without it</source>
        <translation>입력할 바이트(없으면 표준 입력)</translation>
    </message>
    <message>
        <source>Measure how fast bytes are parsed and stored</source>
        <translation>바이트를 해석하고 저장하는 속도 측정</translation>
    </message>
    <message>
        <source>The bytes</source>
        <translation>입력할 바이트</translation>
    </message>
    <message>
        <source>Run a command in a terminal and print its last screen: run [options] -- COMMAND</source>
        <translation>터미널에서 명령을 실행하고 마지막 화면을 출력: run [옵션] -- 명령</translation>
    </message>
    <message>
        <source>Text to type at once; \r, \e and \xHH as in C</source>
        <translation>바로 입력할 텍스트. \r, \e, \xHH는 C와 같음</translation>
    </message>
    <message>
        <source>Steps to take: expect, send, settle, resize, stop; one a line</source>
        <translation>수행할 단계(expect, send, settle, resize, stop), 한 줄에 하나씩</translation>
    </message>
    <message>
        <source>Write what the command prints to this file</source>
        <translation>명령의 출력을 이 파일에 기록</translation>
    </message>
    <message>
        <source>Longest time for the whole run, in seconds (60)</source>
        <translation>전체 실행의 최대 시간, 초 단위(60)</translation>
    </message>
    <message>
        <source>a command is needed behind &quot;--&quot;</source>
        <translation>&quot;--&quot; 뒤에 명령이 필요합니다</translation>
    </message>
    <message>
        <source>The recording could not be written.</source>
        <translation>기록을 저장하지 못했습니다.</translation>
    </message>
    <message>
        <source>The command ended before the script did.</source>
        <translation>스크립트가 끝나기 전에 명령이 끝났습니다.</translation>
    </message>
    <message>
        <source>The file &quot;%1&quot; cannot be written.</source>
        <translation>파일에 쓸 수 없습니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>The text &quot;%1&quot; did not appear on the screen.</source>
        <translation>화면에 나타나지 않은 텍스트입니다: &quot;%1&quot;</translation>
    </message>
    <message numerus="yes">
        <source>The command did not end within %n seconds.</source>
        <translation>
            <numerusform>%n초 안에 명령이 끝나지 않았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>사용법</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>인수</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Explain the command line</source>
        <translation>명령줄 설명</translation>
    </message>
    <message>
        <source>The command is missing: ssh exec URL -- COMMAND</source>
        <translation>실행할 명령이 없습니다: ssh exec URL -- 명령</translation>
    </message>
    <message>
        <source>The server did not say how the command ended.</source>
        <translation>명령이 어떻게 끝났는지 서버가 알려 주지 않았습니다.</translation>
    </message>
    <message>
        <source>The command was ended by the signal %1.</source>
        <translation>명령이 신호로 종료되었습니다: %1</translation>
    </message>
    <message>
        <source>ssh://[USER@]HOST[:PORT]</source>
        <translation>ssh://[사용자@]호스트[:포트]</translation>
    </message>
    <message>
        <source>A private key to log in with; may be repeated</source>
        <translation>로그인에 쓸 개인 키(여러 번 지정 가능)</translation>
    </message>
    <message>
        <source>The file of known host keys (~/.ssh/known_hosts)</source>
        <translation>알려진 호스트 키 파일(~/.ssh/known_hosts)</translation>
    </message>
    <message>
        <source>Trust and remember a host key that is not known yet</source>
        <translation>처음 보는 호스트 키를 신뢰하고 기록</translation>
    </message>
    <message>
        <source>SSH servers</source>
        <translation>SSH 서버</translation>
    </message>
    <message>
        <source>Run a command at a server: exec [options] URL -- COMMAND</source>
        <translation>서버에서 명령 실행: exec [옵션] URL -- 명령</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an ssh:// address.</source>
        <translation>ssh:// 주소가 아닙니다: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>Password of %1: </source>
        <translation>%1 비밀번호: </translation>
    </message>
    <message>
        <source>The %1 host key of %2 is not known: %3
</source>
        <translation>%2: 처음 보는 호스트 키입니다(%1): %3
</translation>
    </message>
    <message>
        <source>Known is another kind of key: %1 %2 (%3, line %4)
</source>
        <translation>알려진 것은 다른 종류의 키입니다: %1 %2 (%3, %4번째 줄)
</translation>
    </message>
    <message>
        <source>A certificate authority is known for it (%1), but host certificates are not supported.
</source>
        <translation>이 호스트에는 인증 기관이 지정되어 있지만(%1) 호스트 인증서는 지원하지 않습니다.
</translation>
    </message>
    <message>
        <source>Trust it? yes (and remember it), once, or no: </source>
        <translation>신뢰하시겠습니까? yes(기록함), once(이번만), no: </translation>
    </message>
    <message>
        <source>The host key of %1 is not known, and there is no terminal to ask at. It is %2 %3. Use --accept-new to trust it from now on.</source>
        <translation>%1: 처음 보는 호스트 키이며 물어볼 터미널이 없습니다. 키: %2 %3. 앞으로 신뢰하려면 --accept-new를 사용하십시오.</translation>
    </message>
    <message>
        <source>Passphrase of %1: </source>
        <translation>%1 키 암호(passphrase): </translation>
    </message>
    <message>
        <source>%1 was not let in at %2: there is no terminal to ask for &quot;%3&quot;.</source>
        <translation>%1: %2 로그인에 실패했습니다. 다음을 물어볼 터미널이 없습니다: &quot;%3&quot;</translation>
    </message>
    <message>
        <source>options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>(required)</source>
        <translation>(필수)</translation>
    </message>
    <message>
        <source>not with</source>
        <translation>함께 쓸 수 없음</translation>
    </message>
    <message>
        <source>Grade the algorithms that a server offers, without a login</source>
        <translation>로그인하지 않고 서버가 제시하는 알고리즘의 등급 판정</translation>
    </message>
    <message>
        <source>ssh://HOST[:PORT]</source>
        <translation>ssh://호스트[:포트]</translation>
    </message>
    <message>
        <source>Key exchange</source>
        <translation>키 교환(KEX)</translation>
    </message>
    <message>
        <source>Host keys</source>
        <translation>호스트 키</translation>
    </message>
    <message>
        <source>Ciphers</source>
        <translation>암호</translation>
    </message>
    <message>
        <source>Message authentication</source>
        <translation>메시지 인증(MAC)</translation>
    </message>
    <message>
        <source>Compression</source>
        <translation>압축</translation>
    </message>
    <message>
        <source>strong</source>
        <translation>강함</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>WEAK</source>
        <translation>약함</translation>
    </message>
    <message>
        <source>BROKEN</source>
        <translation>깨짐</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>ERROR</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>WARNING</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>note</source>
        <translation>참고</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>양호</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>서버: %1</translation>
    </message>
    <message>
        <source>* what this program would use</source>
        <translation>* 이 프로그램이 사용할 알고리즘</translation>
    </message>
    <message>
        <source>A host on the way, ssh://[USER@]HOST[:PORT]; may be repeated, the one that is reached first comes first</source>
        <translation>거쳐 가는 호스트, ssh://[USER@]HOST[:PORT]. 여러 번 쓸 수 있으며 먼저 거치는 호스트를 먼저 적음</translation>
    </message>
    <message>
        <source>In place of ~/.ssh/config and the system&apos;s; none: no such file</source>
        <translation>~/.ssh/config와 시스템 설정 대신 읽을 파일. none이면 읽지 않음</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>%1 파일을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, %2번째 줄: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Say at which step a login ends or waits, and why</source>
        <translation>로그인이 어느 단계에서 왜 끝나거나 지체되는지 알려 줍니다</translation>
    </message>
    <message>
        <source>Write every step with its time there, without secrets</source>
        <translation>모든 단계와 시각을 비밀 없이 기록할 파일</translation>
    </message>
    <message>
        <source>SLOW</source>
        <translation>느림</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>확인 안 함</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>도달 못 함</translation>
    </message>
    <message>
        <source>Everything was checked, and all is well.</source>
        <translation>모두 확인했고 문제가 없습니다.</translation>
    </message>
    <message>
        <source>Nothing wrong was found, but not everything could be checked.</source>
        <translation>찾은 문제는 없지만 확인하지 못한 것이 있습니다.</translation>
    </message>
    <message>
        <source>There are problems; the first one named is where to begin.</source>
        <translation>문제가 있습니다. 맨 앞의 항목부터 살펴보십시오.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1: 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The login works; what the server does not do is named above.</source>
        <translation>로그인은 됩니다. 서버가 허용하지 않는 것은 위에 있습니다.</translation>
    </message>
    <message>
        <source>via %1</source>
        <translation>경유: %1</translation>
    </message>
    <message>
        <source>The connections that the window keeps</source>
        <translation>창에 저장된 접속 프로필</translation>
    </message>
    <message>
        <source>Print all of them</source>
        <translation>모든 프로필 출력</translation>
    </message>
    <message>
        <source>Print a document that can be imported, without secrets</source>
        <translation>다시 가져올 수 있는 문서를 비밀 정보 없이 출력</translation>
    </message>
    <message>
        <source>Only these, with what they are reached through</source>
        <translation>지정한 프로필과 그 경유 프로필만</translation>
    </message>
    <message>
        <source>An audit asks the server directly, without a login: it does not go through other hosts.</source>
        <translation>점검은 로그인 없이 서버에 직접 묻기 때문에 다른 호스트를 경유하지 않습니다.</translation>
    </message>
    <message>
        <source>There is nothing to subscribe to: give a topic filter.</source>
        <translation>구독할 대상이 없습니다. 토픽 필터를 지정하십시오.</translation>
    </message>
    <message>
        <source>%1 It is tried again.</source>
        <translation>%1 다시 시도합니다.</translation>
    </message>
    <message>
        <source>The broker refuses the subscription to %1.</source>
        <translation>브로커가 구독을 거부했습니다: %1.</translation>
    </message>
    <message>
        <source>The broker grants QoS %1 for %2.</source>
        <translation>%2: 브로커가 QoS %1만 허용했습니다.</translation>
    </message>
    <message>
        <source>The payload is given in one way: --payload, --payload-file, --payload-hex or --empty.</source>
        <translation>페이로드는 --payload, --payload-file, --payload-hex, --empty 가운데 하나로 지정합니다.</translation>
    </message>
    <message>
        <source>--payload-hex takes pairs of hexadecimal digits.</source>
        <translation>--payload-hex에는 16진수를 두 자리씩 적습니다.</translation>
    </message>
    <message>
        <source>A user property is written as NAME:VALUE.</source>
        <translation>사용자 속성은 NAME:VALUE 형식으로 적습니다.</translation>
    </message>
    <message>
        <source>%1 published, %2 acknowledged, %3 refused, %4 lost</source>
        <translation>발행 %1, 확인 %2, 거부 %3, 유실 %4</translation>
    </message>
    <message>
        <source>Nobody knows whether the messages arrived.</source>
        <translation>메시지가 도착했는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Subscribe, and print what comes: sub URL FILTER...</source>
        <translation>구독하고 받은 메시지를 출력합니다: sub URL FILTER...</translation>
    </message>
    <message>
        <source>Topic filters</source>
        <translation>토픽 필터</translation>
    </message>
    <message>
        <source>The highest QoS to ask for</source>
        <translation>요청할 최대 QoS</translation>
    </message>
    <message>
        <source>End after so many messages</source>
        <translation>이 개수만큼 받으면 끝냅니다</translation>
    </message>
    <message>
        <source>Only what is published from now on</source>
        <translation>지금부터 발행되는 메시지만 받습니다</translation>
    </message>
    <message>
        <source>Payloads only, byte for byte, each with a line end</source>
        <translation>페이로드만 그대로 출력하고 줄바꿈을 붙입니다</translation>
    </message>
    <message>
        <source>Publish: pub URL TOPIC --payload TEXT</source>
        <translation>발행합니다: pub URL TOPIC --payload TEXT</translation>
    </message>
    <message>
        <source>The topic</source>
        <translation>토픽</translation>
    </message>
    <message>
        <source>The payload, text</source>
        <translation>페이로드(텍스트)</translation>
    </message>
    <message>
        <source>The payload is what the file holds; -: standard input</source>
        <translation>파일의 내용을 페이로드로 씁니다. -는 표준 입력입니다</translation>
    </message>
    <message>
        <source>The payload, hexadecimal digits</source>
        <translation>페이로드(16진수)</translation>
    </message>
    <message>
        <source>No payload; with --retain it deletes what the broker keeps</source>
        <translation>페이로드 없음. --retain과 함께 쓰면 보존 메시지를 지웁니다</translation>
    </message>
    <message>
        <source>The QoS: 0, 1 or 2</source>
        <translation>QoS: 0, 1, 2</translation>
    </message>
    <message>
        <source>The broker keeps the message</source>
        <translation>브로커가 메시지를 보존합니다</translation>
    </message>
    <message>
        <source>Publish it so many times</source>
        <translation>이 횟수만큼 발행합니다</translation>
    </message>
    <message>
        <source>Milliseconds between two of them</source>
        <translation>발행 간격(밀리초)</translation>
    </message>
    <message>
        <source>Replace ${n}, ${time} and ${random} in topic and payload</source>
        <translation>토픽과 페이로드의 ${n}, ${time}, ${random}을 바꿔 넣습니다</translation>
    </message>
    <message>
        <source>The type of the payload (MQTT 5)</source>
        <translation>페이로드의 형식(MQTT 5)</translation>
    </message>
    <message>
        <source>Where an answer is expected (MQTT 5)</source>
        <translation>응답을 받을 토픽(MQTT 5)</translation>
    </message>
    <message>
        <source>What an answer repeats (MQTT 5)</source>
        <translation>응답에 되돌려 줄 값(MQTT 5)</translation>
    </message>
    <message>
        <source>How long the broker may keep it for others (MQTT 5)</source>
        <translation>브로커가 메시지를 보관하는 시간(MQTT 5)</translation>
    </message>
    <message>
        <source>NAME:VALUE; may be repeated (MQTT 5)</source>
        <translation>NAME:VALUE. 여러 번 쓸 수 있습니다(MQTT 5)</translation>
    </message>
    <message>
        <source>MQTT brokers</source>
        <translation>MQTT 브로커</translation>
    </message>
    <message>
        <source>mqtt://[USER@]HOST[:PORT], or mqtts://, mqtt+ws://, mqtt+wss://</source>
        <translation>mqtt://[USER@]HOST[:PORT] 또는 mqtts://, mqtt+ws://, mqtt+wss://</translation>
    </message>
    <message>
        <source>The version of MQTT: 5 (the default) or 3.1.1</source>
        <translation>MQTT 버전: 5(기본값) 또는 3.1.1</translation>
    </message>
    <message>
        <source>The client identifier; by chance without it</source>
        <translation>클라이언트 ID. 없으면 임의로 정합니다</translation>
    </message>
    <message>
        <source>Begin a new session (the default), or go on with the old one</source>
        <translation>새 세션을 시작하거나(기본값) 이전 세션을 이어 씁니다</translation>
    </message>
    <message>
        <source>How long the broker keeps the session afterwards (MQTT 5)</source>
        <translation>연결이 끝난 뒤 브로커가 세션을 유지하는 시간(MQTT 5)</translation>
    </message>
    <message>
        <source>The keepalive time; 0 for none</source>
        <translation>연결 유지(keepalive) 시간. 0이면 쓰지 않습니다</translation>
    </message>
    <message>
        <source>The client&apos;s certificate, PEM</source>
        <translation>클라이언트 인증서(PEM)</translation>
    </message>
    <message>
        <source>The key of --cert, PEM</source>
        <translation>--cert의 키(PEM)</translation>
    </message>
    <message>
        <source>The protocols to offer by ALPN, with commas</source>
        <translation>ALPN으로 제시할 프로토콜(쉼표로 구분)</translation>
    </message>
    <message>
        <source>The topic of the last will</source>
        <translation>유언 메시지(LWT)의 토픽</translation>
    </message>
    <message>
        <source>The payload of the last will</source>
        <translation>유언 메시지(LWT)의 페이로드</translation>
    </message>
    <message>
        <source>The QoS of the last will</source>
        <translation>유언 메시지(LWT)의 QoS</translation>
    </message>
    <message>
        <source>The broker keeps the last will</source>
        <translation>브로커가 유언 메시지(LWT)를 보존합니다</translation>
    </message>
    <message>
        <source>Measure what a broker lets through: access, delivery, retained messages, sessions, wills, a flood</source>
        <translation>브로커가 무엇을 통과시키는지 잽니다: 접근 권한, 전달, 보존 메시지, 세션, 유언 메시지(LWT), 대량 발행</translation>
    </message>
    <message>
        <source>Say why a broker does not do what it should</source>
        <translation>브로커가 제대로 동작하지 않는 이유를 알려 줍니다</translation>
    </message>
    <message>
        <source>Try whether it can be written and read; may be repeated. It is written to!</source>
        <translation>쓰기와 읽기가 되는지 시험합니다. 여러 번 쓸 수 있으며 실제로 메시지를 씁니다!</translation>
    </message>
    <message>
        <source>Where the scratch topics are (portolan/probe)</source>
        <translation>시험용 토픽의 위치(portolan/probe)</translation>
    </message>
    <message>
        <source>How many of each QoS to deliver (500)</source>
        <translation>QoS마다 보낼 메시지 수(500)</translation>
    </message>
    <message>
        <source>How large each of them is (64)</source>
        <translation>메시지 하나의 크기(64)</translation>
    </message>
    <message>
        <source>How many to publish without a connection (20000)</source>
        <translation>연결 없이 발행할 메시지 수(20000)</translation>
    </message>
    <message>
        <source>Count the retained messages of this filter</source>
        <translation>이 필터의 보존 메시지를 셉니다</translation>
    </message>
    <message>
        <source>At which QoS to ask for them (0)</source>
        <translation>보존 메시지를 요청할 QoS(0)</translation>
    </message>
    <message>
        <source>Another broker, to which a bridge should carry the messages</source>
        <translation>브리지가 메시지를 전달할 다른 브로커</translation>
    </message>
    <message>
        <source>The variable with the password of --second</source>
        <translation>--second의 비밀번호가 든 환경 변수</translation>
    </message>
    <message>
        <source>The environment variable %1 of %2 is not set.</source>
        <translation>환경 변수가 설정되어 있지 않습니다: %1 (%2)</translation>
    </message>
    <message>
        <source>Read the passphrase of the key from this open file descriptor</source>
        <translation>키 암호를 열려 있는 이 파일 디스크립터에서 읽음</translation>
    </message>
    <message>
        <source>Read the passphrase of the key from this environment variable</source>
        <translation>키 암호를 이 환경 변수에서 읽음</translation>
    </message>
    <message>
        <source>The key %1 is locked, and there is no terminal to ask at. Use --key-passphrase-env or --key-passphrase-fd.</source>
        <translation>키가 잠겨 있는데 물어볼 터미널이 없습니다: %1. --key-passphrase-env 또는 --key-passphrase-fd 옵션을 쓰십시오.</translation>
    </message>
    <message>
        <source>SNMP: agents, traps and MIB modules</source>
        <translation>SNMP: 에이전트, 트랩, MIB 모듈</translation>
    </message>
    <message>
        <source>SNMP version 1 has no GETBULK.</source>
        <translation>SNMP 버전 1에는 GETBULK가 없습니다.</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>인덱스</translation>
    </message>
    <message>
        <source>A SET wants three words for each object: OID TYPE VALUE.</source>
        <translation>SET에는 객체마다 단어 세 개가 필요합니다: OID TYPE VALUE.</translation>
    </message>
    <message>
        <source>“%1” is not the letter of a type.</source>
        <translation>“%1”: 형식을 나타내는 글자가 아닙니다.</translation>
    </message>
    <message>
        <source>No module says which type %1 has: give its letter in place of “=”.</source>
        <translation>%1: 형식을 알려 주는 모듈이 없습니다. “=” 대신 형식의 글자를 적으십시오.</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>이전: %1</translation>
    </message>
    <message>
        <source>snmp://[COMMUNITY@]HOST[:PORT]</source>
        <translation>snmp://[커뮤니티@]호스트[:포트]</translation>
    </message>
    <message>
        <source>End after so many objects (5000000)</source>
        <translation>이 개수만큼 읽으면 끝냅니다(5000000)</translation>
    </message>
    <message>
        <source>One request at a time, for agents that lose their way</source>
        <translation>요청을 하나씩만 보냅니다. 순서를 잃는 에이전트에 씁니다</translation>
    </message>
    <message>
        <source>Names or OIDs: sysDescr.0, IF-MIB::ifDescr.3, 1.3.6.1.2.1</source>
        <translation>이름 또는 OID: sysDescr.0, IF-MIB::ifDescr.3, 1.3.6.1.2.1</translation>
    </message>
    <message>
        <source>Read objects of an agent</source>
        <translation>에이전트의 객체를 읽습니다</translation>
    </message>
    <message>
        <source>Read the objects behind those named</source>
        <translation>지정한 객체의 다음 객체를 읽습니다</translation>
    </message>
    <message>
        <source>Read many objects behind those named at once</source>
        <translation>지정한 객체 뒤의 여러 객체를 한 번에 읽습니다</translation>
    </message>
    <message>
        <source>So many of the first ones once only (0)</source>
        <translation>앞에서부터 이 개수는 한 번만 읽습니다(0)</translation>
    </message>
    <message>
        <source>So many objects behind each of the others (10)</source>
        <translation>나머지는 뒤의 객체를 이 개수만큼 읽습니다(10)</translation>
    </message>
    <message>
        <source>Read everything below some objects, quickly</source>
        <translation>객체 아래의 모든 것을 빠르게 읽습니다</translation>
    </message>
    <message>
        <source>Names or OIDs; everything without one</source>
        <translation>이름 또는 OID. 없으면 전체</translation>
    </message>
    <message>
        <source>Print objects as they arrive, not in order</source>
        <translation>순서대로가 아니라 도착하는 대로 출력합니다</translation>
    </message>
    <message>
        <source>Read a table and print its rows</source>
        <translation>테이블을 읽어 행을 출력합니다</translation>
    </message>
    <message>
        <source>A table, its row or one column: ifTable</source>
        <translation>테이블, 행 또는 열 하나: ifTable</translation>
    </message>
    <message>
        <source>Write objects of an agent, all of them or none</source>
        <translation>에이전트의 객체에 씁니다. 모두 쓰거나 하나도 쓰지 않습니다</translation>
    </message>
    <message>
        <source>OID TYPE VALUE, three words for each object. TYPE is = for what its module says, or a letter: i, u, c, C, t, a, o, s, x, d, b, n, F, D</source>
        <translation>객체마다 OID TYPE VALUE 세 단어. TYPE은 모듈을 따르려면 =, 아니면 글자: i, u, c, C, t, a, o, s, x, d, b, n, F, D</translation>
    </message>
    <message>
        <source>Read and check, and write nothing</source>
        <translation>읽고 확인만 하고 쓰지 않습니다</translation>
    </message>
    <message>
        <source>%1 is not there or cannot be read.</source>
        <translation>%1: 없거나 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>There are more files than are read; the others are left out.</source>
        <translation>파일이 너무 많습니다. 나머지는 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>Definitions without a place in the tree: %1 of %2</source>
        <translation>트리에 놓을 수 없는 정의: %1/%2</translation>
    </message>
    <message>
        <source>Modules loaded: %1, with errors: %2, not loaded: %3, unused copies: %4. Files without a module: %5.</source>
        <translation>불러온 모듈: %1, 오류 있음: %2, 불러오지 못함: %3, 사용하지 않는 사본: %4. 모듈이 없는 파일: %5.</translation>
    </message>
    <message>
        <source>%1 definitions in %2 s</source>
        <translation>정의 %1개, %2초</translation>
    </message>
    <message>
        <source>Read modules from this folder or file too; may be repeated</source>
        <translation>이 폴더나 파일의 모듈도 읽습니다. 여러 번 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>Leave out the folders of this machine&apos;s other programs</source>
        <translation>이 컴퓨터의 다른 프로그램이 쓰는 폴더는 제외합니다</translation>
    </message>
    <message>
        <source>Names to OIDs, OIDs to names, and what they mean</source>
        <translation>이름을 OID로, OID를 이름으로 바꾸고 그 뜻을 보여 줍니다</translation>
    </message>
    <message>
        <source>Such as IF-MIB::ifDescr.3, ifDescr.3, ifDescr[3], 1.3.6.1.2.1.1.1.0</source>
        <translation>예: IF-MIB::ifDescr.3, ifDescr.3, ifDescr[3], 1.3.6.1.2.1.1.1.0</translation>
    </message>
    <message>
        <source>SMI modules (MIB files)</source>
        <translation>SMI 모듈(MIB 파일)</translation>
    </message>
    <message>
        <source>Load folders and say of every module what is wrong with it</source>
        <translation>폴더를 불러와 모듈마다 무엇이 잘못되었는지 알려 줍니다</translation>
    </message>
    <message>
        <source>Folders or files</source>
        <translation>폴더 또는 파일</translation>
    </message>
    <message>
        <source>SNMP version 1</source>
        <translation>SNMP 버전 1</translation>
    </message>
    <message>
        <source>SNMP version 2c (the default)</source>
        <translation>SNMP 버전 2c(기본값)</translation>
    </message>
    <message>
        <source>The variable with the community</source>
        <translation>커뮤니티 스트링이 들어 있는 환경 변수</translation>
    </message>
    <message>
        <source>SNMP version 3, with this user</source>
        <translation>이 사용자로 SNMP 버전 3 사용</translation>
    </message>
    <message>
        <source>noAuthNoPriv, authNoPriv or authPriv; as the passwords allow without it</source>
        <translation>noAuthNoPriv, authNoPriv, authPriv 중 하나. 생략하면 주어진 비밀번호에 따릅니다</translation>
    </message>
    <message>
        <source>MD5, SHA-1, SHA-224, SHA-256 (the default), SHA-384 or SHA-512</source>
        <translation>MD5, SHA-1, SHA-224, SHA-256(기본값), SHA-384, SHA-512 중 하나</translation>
    </message>
    <message>
        <source>The variable with the authentication password</source>
        <translation>인증 비밀번호가 들어 있는 환경 변수</translation>
    </message>
    <message>
        <source>DES, AES (the default), AES-192, AES-256, AES-192-C or AES-256-C</source>
        <translation>DES, AES(기본값), AES-192, AES-256, AES-192-C, AES-256-C 중 하나</translation>
    </message>
    <message>
        <source>The variable with the privacy password</source>
        <translation>암호화 비밀번호가 들어 있는 환경 변수</translation>
    </message>
    <message>
        <source>The context of SNMP version 3</source>
        <translation>SNMP 버전 3의 컨텍스트</translation>
    </message>
    <message>
        <source>There is no environment variable %1.</source>
        <translation>환경 변수가 없습니다: %1</translation>
    </message>
    <message>
        <source>One version only: --v1, --v2c or --v3-user.</source>
        <translation>--v1, --v2c, --v3-user 중 하나만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>SNMP over UDP cannot go through %1: an SSH host carries connections, not single packets.</source>
        <translation>UDP를 쓰는 SNMP는 다음 호스트를 경유할 수 없습니다: %1. SSH 호스트는 패킷이 아니라 연결을 중계합니다.</translation>
    </message>
    <message>
        <source>--min-level must be a level that this user can have.</source>
        <translation>--min-level은 이 사용자가 쓸 수 있는 보안 수준이어야 합니다.</translation>
    </message>
    <message>
        <source>Listening on %1; our engine ID is %2.</source>
        <translation>수신 중: %1. 이쪽의 엔진 ID: %2</translation>
    </message>
    <message numerus="yes">
        <source>The system has thrown away %n message(s), because they came faster than they were read.</source>
        <translation>
            <numerusform>읽는 속도보다 빠르게 들어와 시스템이 메시지 %n개를 버렸습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) were lost, because they were not read in time.</source>
        <translation>
            <numerusform>제때 읽지 못해 알림 %n개를 잃었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>--engine takes an engine ID: 10 to 64 hexadecimal digits.</source>
        <translation>--engine에는 엔진 ID를 16진수 10~64자리로 적습니다.</translation>
    </message>
    <message>
        <source>Objects come in threes: NAME TYPE VALUE. TYPE is one of i u c C t a o s x d b, or = for what the module says.</source>
        <translation>객체는 NAME TYPE VALUE 세 개씩 적습니다. TYPE은 i u c C t a o s x d b 중 하나이거나, 모듈의 정의를 따르는 = 입니다.</translation>
    </message>
    <message>
        <source>“%1” is not a type: i u c C t a o s x d b or =.</source>
        <translation>타입이 아닙니다: “%1”. i u c C t a o s x d b 또는 = 중 하나여야 합니다.</translation>
    </message>
    <message>
        <source>%1: acknowledged after %2 ms.</source>
        <translation>%1: %2 ms 만에 확인 응답을 받았습니다.</translation>
    </message>
    <message>
        <source>%1: sent. Traps are not acknowledged.</source>
        <translation>%1: 보냈습니다. 트랩에는 확인 응답이 없습니다.</translation>
    </message>
    <message>
        <source>Receive traps and informs, one line each</source>
        <translation>트랩과 인폼을 수신하여 한 줄씩 출력</translation>
    </message>
    <message>
        <source>snmptrap://[COMMUNITY@]ADDRESS[:PORT] (162); ADDRESS may be 0.0.0.0 for all of them</source>
        <translation>snmptrap://[COMMUNITY@]ADDRESS[:PORT] (162). ADDRESS가 0.0.0.0이면 모든 주소</translation>
    </message>
    <message>
        <source>The least secure level that the user may have (its own)</source>
        <translation>사용자에게 허용할 가장 낮은 보안 수준(기본값: 사용자의 보안 수준)</translation>
    </message>
    <message>
        <source>Only these, as in the window: linkDown from:10.1.0.0/16</source>
        <translation>필터에 맞는 것만. 창에서와 같은 형식: linkDown from:10.1.0.0/16</translation>
    </message>
    <message>
        <source>End after so many notifications</source>
        <translation>이 개수만큼 받은 뒤 종료</translation>
    </message>
    <message>
        <source>End after this time</source>
        <translation>이 시간이 지나면 종료</translation>
    </message>
    <message>
        <source>Print communities, which are secrets</source>
        <translation>비밀 정보인 커뮤니티 스트링도 출력</translation>
    </message>
    <message>
        <source>Send a trap or an inform</source>
        <translation>트랩 또는 인폼 보내기</translation>
    </message>
    <message>
        <source>snmp://[COMMUNITY@]HOST[:PORT] (162)</source>
        <translation>snmp://[COMMUNITY@]HOST[:PORT](기본 포트 162)</translation>
    </message>
    <message>
        <source>Its name or OID: IF-MIB::linkDown</source>
        <translation>알림의 이름 또는 OID: IF-MIB::linkDown</translation>
    </message>
    <message>
        <source>NAME TYPE VALUE for each object: ifIndex.7 i 7; TYPE may be = for what the module says</source>
        <translation>객체마다 NAME TYPE VALUE: ifIndex.7 i 7. TYPE이 = 이면 모듈의 정의를 따릅니다</translation>
    </message>
    <message>
        <source>An inform, which is acknowledged</source>
        <translation>확인 응답을 받는 인폼으로 보내기</translation>
    </message>
    <message>
        <source>sysUpTime in hundredths of a second (this machine&apos;s)</source>
        <translation>1/100초 단위의 sysUpTime(기본값: 이 컴퓨터의 값)</translation>
    </message>
    <message>
        <source>The engine ID that sends a trap of version 3; this machine&apos;s without it</source>
        <translation>버전 3 트랩을 보내는 엔진 ID. 생략하면 이 컴퓨터의 엔진 ID</translation>
    </message>
    <message>
        <source>How often an inform is sent again (2)</source>
        <translation>인폼을 다시 보내는 횟수(2)</translation>
    </message>
    <message>
        <source>“%1” is no network such as 10.0.0.0/8.</source>
        <translation>네트워크 형식이 아닙니다: %1 (예: 10.0.0.0/8)</translation>
    </message>
    <message>
        <source>Why an agent does not answer, or how well it does; it only reads</source>
        <translation>에이전트가 응답하지 않는 이유와 상태를 진단합니다(읽기만 합니다)</translation>
    </message>
    <message>
        <source>snmp://HOST[:PORT], or @PROFILE</source>
        <translation>snmp://HOST[:PORT] 또는 @PROFILE</translation>
    </message>
    <message>
        <source>Objects that are missed: names or OIDs</source>
        <translation>찾으려는 객체의 이름 또는 OID</translation>
    </message>
    <message>
        <source>A network where agents may be; repeatable</source>
        <translation>에이전트가 있어도 되는 네트워크(여러 번 지정 가능)</translation>
    </message>
    <message>
        <source>The engine ID that the agent had, to see whether it changed</source>
        <translation>바뀌었는지 확인할 에이전트의 이전 엔진 ID</translation>
    </message>
    <message>
        <source>Write sysContact with the value that it has, to see whether this credential may write</source>
        <translation>쓰기 권한을 확인하기 위해 sysContact에 원래 값을 그대로 씁니다</translation>
    </message>
    <message>
        <source>Neither a walk nor many questions at once</source>
        <translation>워크와 동시 요청을 하지 않습니다</translation>
    </message>
    <message>
        <source>Do not try the communities public and private</source>
        <translation>커뮤니티 스트링 public과 private을 시도하지 않습니다</translation>
    </message>
    <message>
        <source>Forward them to syslog: syslog://HOST, syslog+tcp:// or syslog+tls://</source>
        <translation>syslog로 전달: syslog://HOST, syslog+tcp://, syslog+tls://</translation>
    </message>
    <message>
        <source>The file with what waits to be forwarded (one of this person&apos;s)</source>
        <translation>전달을 기다리는 메시지를 보관하는 파일(기본값: 사용자 데이터 폴더의 파일)</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) of %1 in %2.</source>
        <translation>
            <numerusform>%1: 객체 %n개를 %2에 저장했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The agent was not read to the end: %1</source>
        <translation>에이전트를 끝까지 읽지 못했습니다: %1</translation>
    </message>
    <message>
        <source>was %1, matched by name</source>
        <translation>이전 %1, 이름으로 대응</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s)</source>
        <translation>
            <numerusform>객체 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>The first: %1</source>
        <translation>첫 번째: %1</translation>
    </message>
    <message>
        <source>The second: %1</source>
        <translation>두 번째: %1</translation>
    </message>
    <message>
        <source>%1 was not read to the end: %2</source>
        <translation>%1: 끝까지 읽지 못했습니다. %2</translation>
    </message>
    <message>
        <source>Keep everything that an agent says in a file</source>
        <translation>에이전트의 모든 값을 파일에 기록</translation>
    </message>
    <message>
        <source>The file; what is there is replaced when all was read</source>
        <translation>저장할 파일. 모두 읽은 뒤에 기존 파일을 대체</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>스냅숏 이름</translation>
    </message>
    <message>
        <source>Compare two snapshots, or agents; ends with 1 where they differ</source>
        <translation>스냅숏이나 에이전트 두 개를 비교. 다르면 1로 종료</translation>
    </message>
    <message>
        <source>A file, or snmp://[COMMUNITY@]HOST[:PORT]</source>
        <translation>파일 또는 snmp://[COMMUNITY@]HOST[:PORT]</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>위와 같음</translation>
    </message>
    <message>
        <source>What agents are asked for; everything without one</source>
        <translation>에이전트에서 읽을 객체. 없으면 전체</translation>
    </message>
    <message>
        <source>Which parts of the tree each of them sees</source>
        <translation>각각 트리의 어느 부분을 볼 수 있는지 표시</translation>
    </message>
    <message>
        <source>Also counters and clocks that only went on</source>
        <translation>계속 증가하기만 한 카운터와 시각도 표시</translation>
    </message>
    <message>
        <source>Also what changes by itself: processes, loads, learned addresses</source>
        <translation>프로세스, 부하, 학습된 주소처럼 저절로 바뀌는 값도 표시</translation>
    </message>
    <message>
        <source>Below this, what changes is noise (repeatable)</source>
        <translation>이 아래의 변경은 노이즈로 취급(여러 번 지정 가능)</translation>
    </message>
    <message>
        <source>Interfaces by ifIndex alone, not by name</source>
        <translation>인터페이스를 이름 대신 ifIndex로만 대응</translation>
    </message>
    <message>
        <source>One device at two times, whatever the files say</source>
        <translation>파일 내용과 상관없이 같은 장비의 두 시점으로 비교</translation>
    </message>
    <message>
        <source>Two devices: counters are not compared</source>
        <translation>서로 다른 장비로 보고 카운터는 비교하지 않음</translation>
    </message>
    <message>
        <source>%1 stands once for all users, or once for each.</source>
        <translation>옵션 %1: 모든 사용자에 한 번만 쓰거나 사용자마다 한 번씩 써야 합니다.</translation>
    </message>
    <message>
        <source>%1 addresses: at most %2 packets, %3 a second, and %4 seconds.</source>
        <translation>주소 %1개: 최대 패킷 %2개, 초당 %3개, %4초.</translation>
    </message>
    <message>
        <source>An SNMPv3 agent; no credential fits.</source>
        <translation>SNMPv3 에이전트입니다. 맞는 자격 증명이 없습니다.</translation>
    </message>
    <message>
        <source> (answered from %1)</source>
        <translation> (응답한 주소: %1)</translation>
    </message>
    <message>
        <source>Different devices have the same engine ID %1: %2. SNMPv3 with them is unreliable.</source>
        <translation>서로 다른 장치의 엔진 ID가 같습니다(%1): %2. 이 장치들과의 SNMPv3 통신은 불안정합니다.</translation>
    </message>
    <message>
        <source>The same engine ID %1 at several addresses, one device it seems: %2.</source>
        <translation>여러 주소의 엔진 ID가 같습니다(%1). 한 장치로 보입니다: %2.</translation>
    </message>
    <message>
        <source>%1 agents; %2 refused, %3 unreachable, %4 silent; %5 packets.</source>
        <translation>에이전트 %1개. 거부 %2개, 도달 불가 %3개, 응답 없음 %4개. 패킷 %5개.</translation>
    </message>
    <message>
        <source>Find the agents of a range of addresses</source>
        <translation>주소 범위에서 에이전트를 찾습니다</translation>
    </message>
    <message>
        <source>10.0.0.0/24, 10.0.0.1-50, fd00::/120, 10.0.0.7:1161 ...</source>
        <translation>10.0.0.0/24, 10.0.0.1-50, fd00::/120, 10.0.0.7:1161 ...</translation>
    </message>
    <message>
        <source>Addresses to leave out; repeatable</source>
        <translation>제외할 주소. 여러 번 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>A variable with a community; repeatable, tried in order</source>
        <translation>커뮤니티가 든 변수. 여러 번 쓸 수 있으며 순서대로 시도합니다</translation>
    </message>
    <message>
        <source>Try each community with version 1, too</source>
        <translation>각 커뮤니티를 버전 1로도 시도합니다</translation>
    </message>
    <message>
        <source>A user of version 3; repeatable, tried in order</source>
        <translation>버전 3 사용자. 여러 번 쓸 수 있으며 순서대로 시도합니다</translation>
    </message>
    <message>
        <source>Do not ask for engine IDs where no user is tried</source>
        <translation>시도할 사용자가 없으면 엔진 ID를 묻지 않습니다</translation>
    </message>
    <message>
        <source>Packets a second, 100 without it</source>
        <translation>초당 패킷 수. 기본값 100</translation>
    </message>
    <message>
        <source>Addresses waited for at once, 256 without it</source>
        <translation>동시에 기다리는 주소 수. 기본값 256</translation>
    </message>
    <message>
        <source>Seconds for each packet, 1 without it</source>
        <translation>패킷마다 기다리는 초. 기본값 1</translation>
    </message>
    <message>
        <source>Packets after the first one, 1 without it</source>
        <translation>첫 패킷 뒤에 다시 보내는 횟수. 기본값 1</translation>
    </message>
    <message>
        <source>161 without it</source>
        <translation>기본값 161</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>VLANs</source>
        <translation>VLAN</translation>
    </message>
    <message>
        <source>In</source>
        <translation>수신</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>송신</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Neighbor</source>
        <translation>이웃 장치</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>별칭</translation>
    </message>
    <message>
        <source>half duplex</source>
        <translation>반이중</translation>
    </message>
    <message>
        <source>%1 interfaces that are no ports are not shown; --all shows them.</source>
        <translation>포트가 아닌 인터페이스 %1개는 표시하지 않았습니다. --all을 쓰면 표시합니다.</translation>
    </message>
    <message>
        <source>The ports of a switch: states, VLANs, addresses, neighbors</source>
        <translation>스위치의 포트: 상태, VLAN, 주소, 이웃 장치</translation>
    </message>
    <message>
        <source>Interfaces that are no ports, too</source>
        <translation>포트가 아닌 인터페이스도 표시</translation>
    </message>
    <message>
        <source>Print CSV</source>
        <translation>CSV로 출력합니다</translation>
    </message>
    <message>
        <source>Read the counters twice, so many seconds apart, and print rates</source>
        <translation>카운터를 이 초만큼 간격을 두고 두 번 읽어 초당 값을 출력합니다</translation>
    </message>
    <message>
        <source>An OID that is asked for has two numbers or more.</source>
        <translation>요청하는 OID에는 숫자가 두 개 이상 있어야 합니다.</translation>
    </message>
    <message>
        <source>The agent shows nothing below %1.</source>
        <translation>에이전트에서 다음 아래의 객체를 찾을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 is no table.</source>
        <translation>테이블이 아닙니다: %1</translation>
    </message>
    <message>
        <source>--trust takes NAME?auth=…&amp;auth-password-env=VAR.</source>
        <translation>--trust의 형식: NAME?auth=…&amp;auth-password-env=VAR</translation>
    </message>
    <message>
        <source>--trust has no option “%1”.</source>
        <translation>--trust에 없는 옵션: “%1”</translation>
    </message>
    <message>
        <source>min-level must be a level that this user can have.</source>
        <translation>min-level은 이 사용자가 가질 수 있는 수준이어야 합니다.</translation>
    </message>
    <message>
        <source>Another user of version 3, as often as there are any: NAME?auth=SHA-256&amp;priv=AES-128&amp;auth-password-env=VAR&amp;priv-password-env=VAR&amp;min-level=LEVEL</source>
        <translation>버전 3 사용자 추가, 여러 번 쓸 수 있음: NAME?auth=SHA-256&amp;priv=AES-128&amp;auth-password-env=VAR&amp;priv-password-env=VAR&amp;min-level=LEVEL</translation>
    </message>
    <message>
        <source>NTP: which clock is right, by how much, and why</source>
        <translation>NTP: 어느 시계가 얼마나 맞는지와 그 이유</translation>
    </message>
    <message>
        <source>--key wants FILE:ID, a key file and the number of a key in it.</source>
        <translation>--key에는 FILE:ID, 즉 키 파일과 그 안의 키 번호를 지정합니다.</translation>
    </message>
    <message>
        <source>The key file %1 cannot be read.</source>
        <translation>키 파일을 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 is too big for a key file.</source>
        <translation>키 파일로는 너무 큽니다: %1</translation>
    </message>
    <message>
        <source>The key file %1 has no key %2.</source>
        <translation>키 파일 %1에 키 %2 항목이 없습니다.</translation>
    </message>
    <message>
        <source>ntp://HOST[:PORT][?OPTIONS], or @PROFILE; one or more</source>
        <translation>ntp://HOST[:PORT][?OPTIONS] 또는 @PROFILE, 하나 이상</translation>
    </message>
    <message>
        <source>With Network Time Security (RFC 8915)</source>
        <translation>NTS(Network Time Security, RFC 8915) 사용</translation>
    </message>
    <message>
        <source>A symmetric key for every server that names none or this one: a key file of chrony or ntpd, and its number; repeatable</source>
        <translation>키를 지정하지 않았거나 이 키를 지정한 모든 서버에 쓸 대칭 키: chrony 또는 ntpd의 키 파일과 키 번호, 반복 가능</translation>
    </message>
    <message>
        <source>NTS without a checked certificate protects nothing, and plain NTP has none: --insecure means nothing here.</source>
        <translation>인증서를 확인하지 않는 NTS는 아무것도 보호하지 못하며 일반 NTP에는 인증서가 없습니다. 여기서 --insecure는 의미가 없습니다.</translation>
    </message>
    <message>
        <source>--nts and --key exclude each other: NTS makes its own keys.</source>
        <translation>--nts와 --key는 함께 쓸 수 없습니다. NTS는 키를 스스로 만듭니다.</translation>
    </message>
    <message>
        <source>%1 names a key: --nts is not for it.</source>
        <translation>%1: 키가 지정되어 있어 --nts를 쓸 수 없음</translation>
    </message>
    <message>
        <source>%1 is to be asked with key %2: give it with --key FILE:ID.</source>
        <translation>%1: 키 %2 필요. --key FILE:ID로 지정하십시오.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock was set, by %1 s.</source>
        <translation>이 컴퓨터의 시계가 변경되었습니다: %1초</translation>
    </message>
    <message>
        <source>The server says that it is not synchronised.</source>
        <translation>서버가 동기화되지 않았다고 알렸습니다.</translation>
    </message>
    <message>
        <source>Each answer as it comes, until Ctrl+C</source>
        <translation>Ctrl+C를 누를 때까지 응답을 오는 대로 표시</translation>
    </message>
    <message>
        <source>How servers stand, and what this clock is by them; sets nothing</source>
        <translation>서버의 상태와 이를 기준으로 한 이 시계의 오차, 시계는 바꾸지 않음</translation>
    </message>
    <message>
        <source>End when each server was asked so often</source>
        <translation>서버마다 이 횟수만큼 조회하면 종료</translation>
    </message>
    <message>
        <source>How often each server is asked (4)</source>
        <translation>서버마다 조회할 횟수(4)</translation>
    </message>
    <message>
        <source>Seconds between two questions to a server (16)</source>
        <translation>한 서버에 대한 조회 간격(초, 16)</translation>
    </message>
    <message>
        <source>Seconds between two questions to a server; without it as soon as is fair: 2 for one that is not near</source>
        <translation>한 서버에 대한 조회 간격(초), 생략하면 허용되는 가장 짧은 간격: 가깝지 않은 서버는 2</translation>
    </message>
    <message>
        <source>%1, outvoted by %2</source>
        <translation>%1, 다수결에서 이긴 서버: %2</translation>
    </message>
    <message>
        <source>%1, delay %2, stratum %3, reach %4, stamps: %5</source>
        <translation>%1, 지연 %2, Stratum %3, reach %4, 타임스탬프: %5</translation>
    </message>
    <message>
        <source>%1: %2, delay %3, jitter %4, stratum %5, refid %6, reach %7</source>
        <translation>%1: %2, 지연 %3, 지터 %4, Stratum %5, refid %6, reach %7</translation>
    </message>
    <message>
        <source>, authentic by NTS</source>
        <translation>, NTS로 인증됨</translation>
    </message>
    <message>
        <source>, authentic by key %1</source>
        <translation>, 키 %1 인증됨</translation>
    </message>
    <message>
        <source>No server can be believed: none has given a time that counts.</source>
        <translation>믿을 수 있는 서버가 없습니다. 유효한 시각을 준 서버가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>No majority: of %n server(s) that vote, no more than half agree.</source>
        <translation>
            <numerusform>과반 없음: 투표한 서버 %n대 가운데 일치하는 서버가 절반을 넘지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>This clock agrees with it within the bound: offset %1.</source>
        <translation>이 시계는 오차 범위 안에서 일치합니다. 오프셋 %1.</translation>
    </message>
    <message>
        <source>This clock is %1 behind: offset %2.</source>
        <translation>이 시계가 %1 늦습니다. 오프셋 %2.</translation>
    </message>
    <message>
        <source>This clock is %1 ahead: offset %2.</source>
        <translation>이 시계가 %1 빠릅니다. 오프셋 %2.</translation>
    </message>
    <message>
        <source>One server votes; nobody checks it.</source>
        <translation>투표한 서버가 한 대뿐이라 확인해 줄 서버가 없습니다.</translation>
    </message>
    <message>
        <source>%1 of %2 servers that vote agree.</source>
        <translation>투표한 서버 %2대 중 %1대가 일치합니다.</translation>
    </message>
    <message>
        <source>Why servers do not answer, whom to believe, and what is amiss with this clock</source>
        <translation>서버가 응답하지 않는 이유, 믿을 서버, 이 시계의 문제</translation>
    </message>
    <message>
        <source>How often each server is asked (8)</source>
        <translation>서버마다 조회할 횟수(8)</translation>
    </message>
    <message>
        <source>Do not ask servers that are silent in other ways</source>
        <translation>응답 없는 서버에 다른 방법으로 다시 묻지 않음</translation>
    </message>
    <message>
        <source>See whether servers that are asked without NTS offer it</source>
        <translation>NTS 없이 조회하는 서버가 NTS를 제공하는지 확인</translation>
    </message>
    <message>
        <source>See whether servers answer the control questions of strangers (modes 6 and 7)</source>
        <translation>외부의 제어 질의(모드 6, 7)에 응답하는지 확인</translation>
    </message>
    <message>
        <source>What keeps the clock of this computer, or of one behind SSH</source>
        <translation>이 컴퓨터 또는 SSH로 접속하는 호스트의 시계를 무엇이 맞추는지</translation>
    </message>
    <message>
        <source>Where chronyd listens for commands, over there</source>
        <translation>해당 호스트에서 chronyd가 명령을 받는 주소</translation>
    </message>
    <message>
        <source>The port where it listens for commands (323)</source>
        <translation>chronyd가 명령을 받는 포트(323)</translation>
    </message>
    <message>
        <source>Do not look how this computer keeps its clock</source>
        <translation>이 컴퓨터의 시계를 무엇이 맞추는지 확인하지 않음</translation>
    </message>
</context>
</TS>
