### 복제 실험대: 지도 위의 두 끝, 가는 중인 것, 규칙, 비용.

panel-replication = 복제

## 시작 상태
replication-start-old = 전에 있던 객체
replication-start-deletes = 삭제
replication-start-needs = 준비할 것
replication-start-owner = 다른 소유자
replication-start-logs = 한 리전의 로그
replication-start-encrypted = 암호화한 객체

## 장면
replication-beat-old-question = 서울의 photos-417에 아침에 올린 사진이 있어요. 버킷을 도쿄로 복제하는 규칙을 걸려고 해요. 어떤 사진이 건너갈까요?
replication-beat-old = 예측해 보세요. 규칙을 걸고 noon.jpg를 올려요. 1시간 뒤 도쿄에는 무엇이 있을까요?
replication-predict-old-all = 버킷에 있는 것 모두
replication-predict-old-new = noon.jpg만
replication-predict-old-none = 없어요. 누가 복사를 시작시켜야 해요
replication-beat-rule = 규칙을 걸고 방금 noon.jpg를 올렸어요. 상태와 가는 중인 것을 보세요.
replication-beat-arrived = 1시간이 지났어요. 두 끝의 키, 버전 ID, 상태를 비교해 보세요.
replication-beat-batch = S3 배치 복제 작업이 버킷을 훑어 규칙이 옮기지 않은 것을 보냈어요. morning.jpg도 같은 버전 ID로 도쿄에 있어요.
replication-beat-cost = 새 데이터가 한 달에 1,000 GB라면, 사본을 두는 데 월 { $storage }, 리전 밖으로 옮기는 데 한 번 { $transfer } 들어요.
replication-beat-cost-within = 새 데이터가 한 달에 1,000 GB라면, 사본을 두는 데 월 { $storage } 들어요. 리전을 벗어나지 않으니 전송 요금은 없어요.
replication-beat-old-why = 규칙은 건 뒤에 쓴 것만, 한 방향으로, 조금 늦게 복제해요. 전에 있던 객체는 S3 배치 복제로 옮겨요.
replication-beat-deletes-question = plan.pdf가 두 끝에 다 있어요. 누가 소스에서 삭제하면 도쿄에서 읽는 사람은 무엇을 받을까요?
replication-beat-deletes = 예측해 보세요. 버전 ID 없이 DELETE를 보내고 1시간 뒤, 도쿄의 GET에는 무엇이 올까요?
replication-predict-deletes-object = 객체
replication-predict-deletes-gone = 404
replication-beat-delete = 소스에서 삭제하고 1시간이 지났어요. 두 끝의 맨 위를 비교해 보세요.
replication-beat-markers = 이제 규칙이 삭제 마커도 복제해요. 다시 삭제했더니 마커가 도쿄에도 왔어요.
replication-beat-by-id = 버전 ID를 적어 한 버전을 삭제했어요. 소스에서는 영영 사라졌고, 도쿄에는 그대로 있어요.
replication-beat-deletes-why = 삭제 마커는 규칙에서 켰을 때만 복제되고, 버전 ID를 적은 삭제는 복제되지 않아요. 그래서 누가 소스에 들어와도 복제를 타고 사본까지 지우지는 못해요. 수명 주기가 한 일도 복제되지 않아요.
replication-beat-needs-question = 소스는 버전 관리를 켰고 도쿄의 버킷은 켜지 않았어요. copier 역할은 S3를 신뢰해요. 이것으로 규칙을 걸 수 있을까요?
replication-beat-needs = 예측해 보세요. 규칙을 걸면 S3는 무어라 답할까요?
replication-predict-needs-refused = 규칙을 거부해요
replication-predict-needs-waits = 규칙을 저장하고, 아직 복제하지 않아요
replication-predict-needs-enables = 규칙을 저장하고, 버전 관리를 켜 줘요
replication-beat-first = 규칙을 보냈어요. 답을 읽어 보세요.
replication-beat-refused = S3의 답은 { $code }{ JOSA($code, "이에요/예요") }. AWS의 말과 해결 방법을 읽어 보세요.
replication-beat-versioned = 도쿄의 버전 관리를 켜서 규칙이 저장됐어요. 그런데 noon.jpg를 올리고 1시간 뒤에 보니 상태가 FAILED예요. 역할에 s3:ReplicateObject가 없어서예요.
replication-beat-role = 역할을 바로잡았어요. evening.jpg는 도착했어요. noon.jpg는 그대로 FAILED예요. S3가 스스로 다시 하지 않아서예요.
replication-beat-needs-why = 두 끝의 버전 관리는 규칙을 저장할 때 확인해요. 역할은 복사할 때마다 써 봐요. 그러니 FAILED와 OperationsFailedReplication을 지켜보고, 실패한 것은 S3 배치 복제로 다시 보내요.
replication-beat-owner-question = 사본은 계정 111122223333의 버킷 partner-417로 가요. 이 버킷은 아직 ACL을 써요. 버킷 정책은 우리 역할이 쓸 수 있게 해 뒀어요.
replication-beat-owner = 예측해 보세요. 파트너가 자기 버킷에 온 첫 사본을 읽으면 무엇을 받을까요?
replication-predict-owner-reads = 객체
replication-predict-owner-denied = AccessDenied
replication-predict-owner-none = 사본이 없어요. 다른 계정으로는 가지 않아요
replication-beat-partner = 사본이 도착했고 파트너가 읽기를 청했어요. 답을 읽어 보세요.
replication-beat-partner-refused = 파트너가 받은 답은 { $code }{ JOSA($code, "이에요/예요") }. 사본이 아직 소스 계정의 것이라서예요.
replication-beat-partner-reads = 파트너가 객체를 받았어요. 사본이 파트너 계정의 것이라서예요.
replication-beat-override = 이제 규칙이 사본을 대상 버킷의 주인에게 넘겨요. 파트너가 다음 사본을 청했어요.
replication-beat-owner-why = 소유자 재정의를 켜면 대상 계정이 사본의 소유자가 돼요. ACL을 끈 버킷(버킷 소유자 적용, 요즘 기본값)에서는 어차피 버킷의 주인이 모든 사본을 가져요.
replication-beat-logs-question = 애플리케이션 둘이 서울의 자기 버킷에 로그를 써요. 역시 서울에 있는 버킷 하나에 모으려고 해요.
replication-beat-logs = 예측해 보세요. 로그를 세 번째 버킷으로 옮기는 데 무엇이 들까요?
replication-predict-logs-free = 전송 요금은 없어요. 요청과 사본 요금만 들어요
replication-predict-logs-transfer = 리전 간 전송 요금이 들어요
replication-beat-gather = 둘이 로그를 하나씩 썼고 1시간이 지났어요. 세 번째 버킷에 모두 모였고, 키는 그대로예요.
replication-beat-logs-why = 동일 리전 복제로 로그를 모으거나 테스트 계정에 데이터를 넘겨요. 사본과 PUT 요금만 들어요. 키는 바뀌지 않으니 소스마다 다른 접두사로 쓰게 해요.
replication-beat-encrypted-question = 규칙은 버킷 전체를 복제해요. secret.jpg는 서울의 KMS 키로 암호화해서 올릴 거예요.
replication-beat-encrypted = 예측해 보세요. secret.jpg는 어떻게 될까요?
replication-predict-encrypted-copied = 같은 키로 복제돼요
replication-predict-encrypted-skipped = 빠져요. 상태도 없어요
replication-predict-encrypted-failed = 상태가 FAILED예요
replication-beat-secret = secret.jpg와 noon.jpg를 올리고 1시간이 지났어요. 상태를 비교해 보세요.
replication-beat-named = 이제 규칙에 SSE-KMS 객체와 도쿄의 키를 적었어요. secret-2.jpg가 그 키로 암호화되어 도착했어요.
replication-beat-encrypted-why = KMS 키는 한 리전에만 있어요. 그래서 규칙에 SSE-KMS 객체도 복제한다고 켜고 사본에 쓸 키를 적어요. 역할에는 복호화와 암호화 권한이 있어야 해요. SSE-S3와 SSE-C는 그냥 복제돼요.

## 지도와 두 끝
replication-seoul = 서울
replication-tokyo = 도쿄
replication-map = { $from }에서 { $to }까지 약 { $km } km. 가는 중: { $n }개.
replication-map-within = { $from }에서 { $to }까지, 한 리전 안. 가는 중: { $n }개.
replication-source = 소스
replication-target = 대상
replication-end = { $region } · 계정 { $account } · { $versioning }
replication-versioned = 버전 관리 켬
replication-unversioned = 버전 관리 끔
replication-empty = 아직 아무것도 없어요.
replication-marker = 마커
replication-row = { $key }, 버전 { $id }, { $bytes }. 복제하라는 규칙이 없었어요.
replication-row-status = { $key }, 버전 { $id }, { $bytes }. 상태: { $status }.
replication-row-marker = { $key }의 삭제 마커, 버전 { $id }. 복제하라는 규칙이 없었어요.
replication-row-marker-status = { $key }의 삭제 마커, 버전 { $id }. 상태: { $status }.
replication-owner-same = 버킷과 같은 계정 { $account }의 것이에요.
replication-owner-other = 버킷의 주인이 아니라 계정 { $account }의 것이에요.
replication-seconds = { $n }초
replication-pending-hint = 아직 복사하지 못한 버전의 수예요.
replication-bytes-hint = 아직 복사하지 못한 바이트예요.
replication-latency-hint = 그 가운데 가장 오래된 것이 기다린 시간이에요.
replication-failed-hint = 복사에 실패한 소스의 버전이에요. S3가 스스로 다시 하지 않아요.
replication-until = 마지막 것은 { $at }(UTC)에 도착해요.
replication-lag-how = Skylab에서는 복사에 2분, 복제 시간 제어를 켜면 15초가 걸리고, 125 MB마다 1초가 더해져요. AWS는 복제 시간 제어가 없으면 시간을 약속하지 않아요. 대부분 15분 안에 끝나지만 몇 시간이 걸리기도 해요.
replication-idle = 가는 중인 것이 없어요.

## 규칙
replication-rules = 복제 규칙
replication-no-rule = 이 버킷에는 규칙이 없어요.
replication-add-rule = 규칙 걸기
replication-markers = 삭제 마커
replication-markers-hint = DeleteMarkerReplication: 삭제 마커도 복제해요.
replication-owner = 소유자 재정의
replication-owner-hint = AccessControlTranslation: 대상 계정이 사본을 가져요.
replication-cheaper = STANDARD_IA
replication-cheaper-hint = StorageClass: 사본을 더 싼 클래스에 둬요.
replication-timed = 복제 시간 제어
replication-batch = 전에 있던 객체 복제
replication-batch-hint = S3 배치 복제 작업(CreateJob)이에요. 규칙보다 먼저 있던 것과 실패한 것을 복제해요.
replication-timed-hint = 객체의 99.9%를 15분 안에 복제해요. 지표도 나오고, 요금이 들어요.

## 조작
replication-minute = 1분
replication-quarter = 15분
replication-choose = 먼저 객체를 올려 보세요.
replication-chosen = 고른 것: { $key }({ $id })
replication-delete-version = 버전 ID로 DELETE

## 비용
replication-cost-head = 비용
replication-cost-of = 한 달에 새 데이터 { $gb } GB, 객체 하나는 1 MB
replication-cost-storage = 사본 저장, 한 달
replication-cost-requests = 대상의 PUT
replication-cost-transfer = 리전 밖으로
replication-cost-timed = 복제 시간 제어
replication-cost-sum = 합계
replication-cost-run = 이번 실행: 리전 밖으로 { $bytes }, 대상의 사본 { $n }개.
replication-cost-how = 저장은 GB당 월 { $storage }, PUT은 1,000번에 { $put }, 서울에서 도쿄로는 GB당 { $out }, 복제 시간 제어는 GB당 { $timed }. 저장과 PUT은 2026-07-14의 서울 단가이고, 도쿄는 조금 달라요.

## 일어난 일
replication-happened = 일어난 일
replication-nothing-yet = 아직 보낸 요청이 없어요. 버튼을 누르거나 다음 장면으로 가세요.
replication-did-rule = 규칙을 저장했어요. 지금부터 쓰는 것만 복제해요. 그대로 남는 버전은 { $n }개예요.
replication-did-write = { $key }{ JOSA($key, "을/를") } 썼어요. 복제하라는 규칙은 없어요.
replication-did-write-kms = { $key }{ JOSA($key, "을/를") } KMS 키로 암호화해 썼어요. 규칙은 이런 객체를 복제하지 않아요.
replication-did-write-status = { $key }{ JOSA($key, "을/를") } 썼어요. 상태는 { $status }{ JOSA($status, "이에요/예요") }.
replication-did-mark = { $key }에 삭제 마커가 놓였어요. 규칙은 마커를 복제하지 않아요.
replication-did-mark-copied = { $key }에 삭제 마커가 놓였고, 규칙이 마커를 복제해요.
replication-did-delete-version = 버전 ID를 적어 { $key }의 한 버전을 삭제했어요. 이런 삭제는 복제되지 않아요.
replication-did-arrive = 도착: { $keys }.
replication-did-fail = 실패: { $keys }.
replication-did-pass = 시간이 흘렀어요. 도착한 것은 없어요.
replication-did-read = { $key }{ JOSA($key, "을/를") } 읽었어요: 200.
replication-did-version = { $bucket }의 버전 관리를 켰어요.
replication-did-batch = S3 배치 복제 작업을 만들었어요. 지금 가는 중인 것은 { $n }개예요.
replication-did-allow = 역할의 권한이 바뀌었어요.
replication-why-source = 먼저 소스의 버전 관리를 켜요.
replication-why-target = 대상의 버전 관리를 켜고 규칙을 다시 걸어요. 버킷이 없을 때도 같은 답이 와요.
replication-why-suspend = 먼저 규칙을 없애요. 규칙이 있는 소스는 버전 관리를 계속 켜 둬요.
replication-why-account = 규칙에 대상 계정을 적어요.
replication-why-key = 규칙에 사본에 쓸 키를 적어요.
replication-why-denied = 청한 쪽이 사본의 소유자가 아니고, 허용한 것도 없어요. 규칙에서 소유자를 바꾸거나 대상의 ACL을 꺼요.

## 강사 노트
replication-note-old-question = "버킷을 복제한다"가 지금 있는 것인지 앞으로 올 것인지 물어보세요.
replication-note-old = 손을 세어 보세요. 첫 번째를 고르는 사람이 많아요.
replication-note-rule = PENDING과 길 위의 점을 가리키세요.
replication-note-arrived = 버전 ID가 두 끝에서 똑같아요.
replication-note-batch = 객체가 백만 개인 버킷이라면 요금이 어떻게 될지 물어보세요. 객체마다 요청이, GB마다 전송이 들어요.
replication-note-cost = 양을 바꿔 보고, 더 싼 클래스도 켜 보세요.
replication-note-old-why = 지금 서울이 사라지면 무엇을 잃을지, 복구 시점을 물어보세요.
replication-note-deletes-question = 실수인지 뜻한 일인지, 어떻게 되어야 좋을지 물어보세요.
replication-note-deletes = 둘 다 될 수 있어요. 규칙에 달렸어요.
replication-note-delete = 도쿄의 GET은 여전히 200이에요.
replication-note-markers = 두 마커의 버전 ID를 읽어 보세요.
replication-note-by-id = 누가 키를 훔쳤을 때와 견주어 보세요.
replication-note-deletes-why = 객체 잠금과 다른 계정을 더하면 랜섬웨어를 막는 길이 돼요.
replication-note-needs-question = 복제에 필요한 것을 먼저 모아 보세요.
replication-note-needs = 손을 세어 보세요.
replication-note-first = AWS는 어느 버킷인지 말하지 않아요. 여기서는 대상이에요.
replication-note-versioned = 역할이 쓸 수 없는데도 규칙은 저장됐어요. 아무도 알려 주지 않았어요.
replication-note-role = FAILED인 객체를 모두 찾는 방법을 물어보세요. S3 인벤토리나 이벤트예요.
replication-note-needs-why = OperationFailedReplication 이벤트에 까닭이 적혀 있어요.
replication-note-owner-question = 사본의 요금은 누가 낼지 물어보세요. 버킷의 주인이에요.
replication-note-owner = 정책은 역할이 쓰게 할 뿐, 읽기는 말하지 않아요.
replication-note-partner = 줄의 설명에서 소유자를 가리키세요.
replication-note-override = 둘이 더 필요했어요. 규칙의 계정, 그리고 역할과 버킷 정책의 권한이에요.
replication-note-owner-why = 오래된 버킷에는 아직 ACL이 있어요. 2023년 4월 뒤의 새 버킷에는 없어요.
replication-note-logs-question = 왜 처음부터 한 버킷에 쓰지 않는지 물어보세요.
replication-note-logs = 손을 세어 보세요.
replication-note-gather = 소스 둘, 규칙 둘, 대상 하나예요.
replication-note-logs-why = 둘이 같은 키를 쓰면 어떻게 될지 물어보세요.
replication-note-encrypted-question = KMS 키가 어디에 있는지 물어보세요.
replication-note-encrypted = 세 번째가 가장 그럴듯한 오답이에요.
replication-note-secret = 상태가 아예 없어요. 사본이 없는데 모르기 가장 쉬운 길이에요.
replication-note-named = 암호문이 다르니 ETag도 달라요.
replication-note-encrypted-why = 칠판에 적으세요: 키 둘, 권한 둘.
