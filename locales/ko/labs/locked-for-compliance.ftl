title = 규정대로 잠그기
summary = 누가 원하든 장부는 정해진 날까지 남아요. 실수는 되돌리고, 기한이 지난 것은 저절로 사라져요.
story = 회사의 장부는 { $bucket } 버킷의 ledgers/ 아래에 있어요. 방금 누군가 ledgers/2025-q3.csv를 실수로 지웠는데, 버킷은 버전을 보관하고 있어요. 세무서는 두 분기의 장부(2025-q3와 2025-q4)를 { $until }까지 보관하라고 해요. ledgers/daily/ 아래에는 날마다 일지가 하나씩 생기고, 일지마다 쓴 날부터 { $keep }일 동안 보관하고 읽을 수 있어야 해요. 보관한다는 것은 아무도 지우지 못하고 아무도 날짜를 앞당기지 못한다는 뜻이에요. 관리자도, --profile root도 마찬가지예요. 하지만 개인정보 보호법 때문에 일지를 필요한 것보다 오래 둘 수 없어요. 기한이 지나고 며칠 더 지나면 버전도 삭제 마커도 하나도 남지 않아야 해요. 실습은 { $days }일 뒤에 끝나요.
question = { $bucket } 버킷의 ledgers/2025-q3.csv가 실수로 지워졌어요. 이것을 되살리고, 두 분기의 장부는 { $until }까지, ledgers/daily/ 아래의 일지는 저마다 { $keep }일 동안 --profile root로도 지우거나 기한을 줄이지 못하게 하려면 어떻게 해야 할까요? 또 기한이 지난 일지는 버전과 마커까지 모두 사라지게 하면서, 보관해야 할 것은 { $days }일 내내 읽을 수 있게 하려면 어떻게 해야 할까요?
debrief = 비슷해 보이지만 서로 다른 것이 셋 있었어요. 버전 관리는 실수를 되돌리게 해 줘요. 버전 ID 없이 지우면 맨 위에 마커만 놓이니까요. 하지만 버전 ID를 대는 사람은 막지 못해요. 그것을 막는 것이 객체 잠금이고, 버전마다 따로 걸며 모드가 둘 있어요. 거버넌스 모드의 잠금은 s3:BypassGovernanceRetention 권한이 있으면 풀 수 있고, 규정 준수 모드의 잠금은 루트 사용자도 못 풀어요. 법적 보존에는 날짜가 없고 권한이 있는 사람이 풀 수 있어요. 버킷 정책은 누군가 지울 때까지만 통해요. 셋째는 끝내는 일이에요. 수명 주기 규칙은 잠금이 풀리기를 기다리지만, 너무 이른 규칙은 객체를 마커 뒤에 숨겨요. 잠긴 바이트는 그대로 남아 있는데도요. 버전을 보관하는 버킷에서 정말로 끝내려면 세 가지가 다 필요해요. 만료가 마커를 놓고, 이전 버전 만료가 바이트를 지우고, ExpiredObjectDeleteMarker가 마커를 지워요. 기한은 신중하게 정해요. 너무 긴 잠금은 스토리지 비용이 드는데도 아무도 되돌릴 수 없어요.

task-undone-title = 끝날 때 ledgers/2025-q3.csv를 마지막 내용대로 읽을 수 있어요
task-undone-why = 세무서에는 임금이 적힌 표가 필요해요. 그 아래의 초안에는 임금이 없어요.
task-fixed-title = { $until }까지는 루트 사용자도 분기 장부를 지우거나 날짜를 앞당기지 못해요
task-fixed-why = 장부는 고칠 수 없게 하려고 보관해요. 한 사람이 보호를 풀 수 있으면, 그 사람의 암호를 훔친 사람도 풀 수 있어요.
task-new-ones-title = 일지는 생기자마자 잠기고, 실패하는 읽기가 없어요
task-new-ones-why = 일지는 날마다 생기니 하나하나 손으로 잠글 수 없어요. 그리고 읽을 수 있어야 쓸모가 있어요.
task-gone-title = 끝날 때 기한이 지난 일지는 하나도 남아 있지 않아요
task-gone-why = 더는 필요 없는 개인정보는 없애야 해요. 숨겨진 버전은 아직 남아 있는 것이고, 요금에도 들어가요.

hint-undone-1 = 보통 목록을 보고, ledgers/2025-q3.csv의 모든 버전도 나열해 봐요. 맨 위에 무엇이 있나요?
hint-undone-2 = 그 전에 무엇이 있었는지, 그리고 끝날 때까지 규칙이 그것을 어떻게 하는지 봐요.
hint-undone-3 = 버전 ID 없이 지우면 맨 위에 삭제 마커가 놓이고, 만료 규칙도 똑같이 해요. 그 아래에 마지막 판과 초안이 있어요. ledgers/ 전체에 거는 규칙은 분기 장부까지 숨겨요.
hint-undone-4 = aws s3api list-object-versions에 나오는 버전 ID로 마커를 지우거나, 마지막 버전을 같은 키에 복사해요. 규칙의 접두사는 ledgers/daily/로 해요.
hint-fixed-1 = --profile root 옵션에 잠금을 우회하는 옵션까지 더해 ledgers/2025-q4.csv의 null 버전을 지워 봐요. 무엇이 막았나요?
hint-fixed-2 = 버전마다 따로 걸린 잠금을 봐요. 객체 잠금을 켜기 전에 있던 것은 잠겨 있지 않을 수 있어요.
hint-fixed-3 = 규정 준수 모드의 보존 기간만 아무도 풀지 못해요. 거버넌스 모드는 권한이 있으면, 법적 보존은 풀 권한이 있으면, 정책은 그것을 지우면 풀려요.
hint-fixed-4 = 2025-q3.csv와 2025-q4.csv에 aws s3api put-object-retention을 Mode=COMPLIANCE, RetainUntilDate={ $until }T00:00:00Z로 실행해요. 지금 기한이 짧다면 늘리는 것은 언제나 돼요.
hint-new-ones-1 = 이틀을 보내고 가장 새로운 일지의 잠금을 물어봐요. sim status에 실패한 읽기가 있는지도 봐요.
hint-new-ones-2 = 버킷의 객체 잠금 설정을 보고, 규칙이 며칠째에 움직이는지도 봐요.
hint-new-ones-3 = 버킷에는 기본 보존 기간을 정할 수 있고, 그 뒤에 올린 것은 모두 이 기간을 받아요. 잠금이 있어도 수명 주기 규칙은 맨 위에 삭제 마커를 놓을 수 있고, 그러면 읽는 쪽에서는 아무것도 찾지 못해요.
hint-new-ones-4 = aws s3api put-object-lock-configuration에 ObjectLockEnabled=Enabled와, Mode COMPLIANCE, Days { $keep }인 DefaultRetention을 줘요. Expiration은 { $keep }일보다 짧지 않게 해요.
hint-gone-1 = 끝날 때 ledgers/daily/{ $old }/ 아래의 모든 버전을 나열해요. 무엇이 아직 남아 있나요?
hint-gone-2 = 더는 현재가 아닌 버전과, 아래에 아무것도 없는 마커를 수명 주기 규칙이 어떻게 하는지 봐요.
hint-gone-3 = 버전을 보관하는 버킷에서 Expiration은 맨 위에 마커를 놓기만 해요. NoncurrentVersionExpiration은 잠금이 풀린 버전을 지워요. 남은 마커는 ExpiredObjectDeleteMarker로 지워요.
hint-gone-4 = 접두사가 ledgers/daily/인 규칙 2개를 써요. 하나에는 Expiration Days({ $keep })와 NoncurrentDays 1을, 하나에는 ExpiredObjectDeleteMarker true를 넣어요. 기본 보존 기간을 너무 길게 정했다면 그 전으로 돌아가요. 아무도 줄일 수 없으니까요.

step-look-title = 무엇이 있는지 보기
step-look-text = 목록에는 2025-q4만 있고 2025-q3는 없어요. 버전 목록을 보면 2025-q3의 맨 위에 삭제 마커가 있고 그 아래에 버전 2개가 있어요. 2025-q4는 버전 관리를 켜기 전에 올려서 버전 ID가 null이에요.
step-undelete-title = 실수 되돌리기
step-undelete-text = 마커를 그 버전 ID로 지우면, 아래에 있던 것이 다시 현재 버전이 돼요.
step-lock-title = 버킷 잠그기
step-lock-text = 규정 준수 모드로 { $keep }일인 기본 보존 기간과 함께 객체 잠금을 켜요. 2023년부터는 이미 있는 버킷에도 켤 수 있어요. 지금 잠긴 파일은 무엇일까요?
step-lock-all = 버킷에 있는 모든 파일
step-lock-later = 지금부터 올라오는 파일만
step-old-title = 이미 있는 것 잠그기
step-old-text = 기본 보존 기간은 나중에 올린 것에만 걸려요. 두 분기의 장부에는 날짜를 따로 정해요.
step-root-title = 루트 사용자가 지우려고 하기
step-root-text = 계정의 루트 사용자가 버전 ID를 대고 우회까지 요청해요. 우회는 거버넌스 모드에만 통하고, 규정 준수 모드에서는 거부돼요.
step-mistake-title = 같은 실수가 또 나면
step-mistake-text = 누군가 늘 하던 대로 버전 ID 없이 2025-q4를 지워요. 잠긴 파일은 어떻게 될까요?
step-mistake-refused = 삭제가 거부되고 파일은 목록에 그대로 있어요
step-mistake-hidden = 파일이 숨겨지지만 그 버전은 그대로 있어요
step-mistake-lost = 파일이 영영 없어져요
step-again-title = 이번 실수도 되돌리기
step-again-text = 마커는 잠기지 않아요. 버전 ID로 마커를 지우면 파일이 돌아와요.
step-rule-title = 일지의 끝
step-rule-text = { $keep }일이 지나면 일지 위에 마커가 놓이고, 하루 뒤에는 잠금이 풀린 버전이 지워지고, 마지막으로 마커가 지워져요. 접두사 덕분에 분기 장부는 그대로예요.
step-wait-title = 시간 보내기
step-wait-text = 실패한 읽기가 없고, ledgers/daily/{ $old }/ 아래의 일지는 흔적 없이 사라졌어요. 더 새로운 일지는 그대로 있어요.

checkpoint-fortnight = 2주 뒤
