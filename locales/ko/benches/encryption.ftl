### 암호화 실험대: 다섯 가지 방법, 키를 감싼 키, 읽는 사람, 기록, KMS 호출.

panel-encryption = 암호화

## 시작 상태
encryption-start-ways = 다섯 방법
encryption-start-key = 키를 잃으면
encryption-start-calls = KMS 호출

## 장면
encryption-beat-ways-question = 환자 기록을 S3에 암호화해서 두려고 해요. 방법은 다섯 가지이고 모두 AES-256을 써요. 암호 방식이 같다면 무엇이 다를까요?
encryption-beat-upload = 같은 기록을 다섯 방법으로 올렸어요. 방법을 하나씩 골라, 보낸 것과 저장된 것, 키를 쥔 쪽을 보세요.
encryption-beat-layers = 객체 { $n }개가 저장됐어요. 보이는 바이트는 모두 실제 AES-256-GCM의 결과예요. DSSE-KMS를 SSE-KMS와, 클라이언트 측을 나머지와 비교해 보세요.
encryption-beat-ways = 예측해 보세요. 감사자는 S3에서 읽을 권한이 있는데 kms:Decrypt를 잃어요. 감사자가 원래 글로 읽는 객체는 어느 것일까요?
encryption-predict-ways-s3-only = SSE-S3뿐이에요
encryption-predict-ways-not-kms = SSE-S3, SSE-C, 클라이언트 측
encryption-predict-ways-s3-and-kms = SSE-S3, SSE-KMS, DSSE-KMS
encryption-beat-take = 감사자의 정책에서 kms:Decrypt를 뺐어요. 버킷도 객체도 그대로예요. 오른쪽 열을 읽어 보세요.
encryption-beat-readers = 감사자가 원래 글로 읽는 객체: { $ways }. 나머지는 거부되거나, 뜻을 알 수 없는 바이트로 와요.
encryption-beat-readers-none = 감사자가 원래 글로 읽는 객체는 하나도 없어요.
encryption-beat-records = 데이터 이벤트는 { $data }개예요. 기록하라고 설정한 추적만 남겨요. S3가 KMS를 호출한 기록은 { $kms }개이고, 설정하지 않아도 남아요. 이 둘째 줄은 KMS를 쓸 때만 생겨요.
encryption-beat-ways-why = 다섯 방법의 암호는 같아요. 키를 쥔 쪽이 달라서, 누가 더 거부할 수 있는지가 달라요. KMS라면 정책을 언제든 바꿀 수 있고, 키를 쓸 때마다 CloudTrail에 남아요.
encryption-beat-key-question = 객체 3개는 S3의 키나 내 키에, 2개는 KMS 키 alias/records에 달려 있어요. 누가 이 키의 삭제를 예약했어요. 객체는 어떻게 될까요?
encryption-beat-pending = 예측해 보세요. 키가 7일 동안 삭제를 기다려요. 오늘 관리자가 SSE-KMS 객체를 GET하면 무엇이 올까요?
encryption-predict-pending-reads = 200: 키가 아직 있어요
encryption-predict-pending-waits = 취소할 때까지 거부
encryption-predict-pending-gone = 영원히 거부
encryption-beat-schedule = GET의 답은 { $code }{ JOSA($code, "이에요/예요") }. 키의 상태가 { $state }{ JOSA($state, "이라서/라서") } 무엇이든 할 수 있는 관리자도 못 읽어요. 객체는 그대로예요.
encryption-beat-cancel = 삭제를 취소하고 키를 다시 활성화했더니 객체가 열려요. 대기 기간은 이럴 때를 위한 거예요.
encryption-beat-deleted = GET의 답은 { $code }{ JOSA($code, "이에요/예요") }. 키가 삭제됐고 같은 키는 아무에게도 없어요. 객체도 바이트도 남아 있지만 이제 뜻을 알 길이 없어요.
encryption-beat-key-reads = GET의 답은 200이에요. 키를 쓸 수 있어요.
encryption-beat-key-nothing = 지금은 SSE-KMS 객체가 없어요. 올린 다음 다시 읽어 보세요.
encryption-beat-key-why = KMS 키로 암호화한 객체의 운명은 키와 같아요. 비활성화했거나 삭제를 기다리는 키는 읽기와 쓰기를 바로 막고, 삭제된 키는 영원히 막아요. 그래서 KMS는 7일에서 30일을 기다려요.
encryption-beat-calls-question = 두 버킷이 같은 부하를 받고 SSE-KMS로 암호화해요. 하나만 버킷 키를 켰어요. 읽을 때마다 KMS에서 데이터 키를 받아야 할까요?
encryption-beat-calls = 예측해 보세요. 버킷 키를 켠 버킷의 KMS 호출은 켜지 않은 버킷과 비교해 얼마나 될까요?
encryption-predict-calls-same = 거의 같아요
encryption-predict-calls-tenth = 10분의 1쯤이에요
encryption-predict-calls-hundredth = 100분의 1도 안 돼요
encryption-beat-month = 두 버킷에 같은 부하를 한 달 줬어요. 100 KB 객체로 30 GB를 올리고, 객체마다 하루에 한 번 읽어요.
encryption-beat-bill = KMS 호출이 버킷 키 없이 { $each }번({ $each-cost }), 버킷 키로 { $shared }번({ $shared-cost })이에요. 객체는 어느 쪽이나 모두 암호화돼요.
encryption-beat-switch = each-417에도 버킷 키를 켰어요. 최근 두 달의 호출은 { $before }번, { $now }번이에요. 옛 객체는 쓰던 데이터 키를 그대로 쓰고, 새 객체만 버킷 키를 함께 써요.
encryption-beat-switch-off = each-417은 버킷 키를 끈 상태예요. 최근 두 달의 호출은 { $before }번, { $now }번이에요.
encryption-beat-calls-why = 버킷 키를 켜면 S3가 KMS에서 버킷의 키를 한 번 받아 한동안 데이터 키를 만들어요. 호출과 요금이 줄어요. AWS는 많게는 99%라고 해요. 대신 CloudTrail에 남는 줄도 줄고, 객체 대신 버킷의 이름이 남아요.

## 객체
encryption-ways-head = 기록 하나, 방법 다섯, 읽는 사람 둘
encryption-way-client = 클라이언트 측
encryption-column-way = 방법
encryption-column-admin = 관리자 (키를 모두 가짐)
encryption-column-auditor = 감사자 (s3:GetObject)
encryption-seen-nothing = 없음
encryption-seen-plain = 원래 글
encryption-seen-sealed = 200, 그러나 암호문
encryption-holder-s3 = 데이터 키를 감싸는 키를 S3가 쥐어요. S3에서 읽을 권한만 있으면 원래 글을 받아요.
encryption-holder-kms = 데이터 키를 감싸는 키를 AWS KMS가 쥐어요. 읽는 사람에게 이 키의 kms:Decrypt 권한도 있어야 해요.
encryption-holder-dual-layer = SSE-KMS처럼 한 뒤, S3가 자기 키로 한 번 더 암호화해요.
encryption-holder-customer = 요청마다 내 키를 보내요. AWS는 키를 잊고, 같은 키인지 알아볼 값만 남겨요.
encryption-holder-client = 올리기 전에 내가 암호화해요. S3에는 그냥 바이트이고, S3는 기본값대로 한 번 더 암호화해요.

## 겹
encryption-layers-head = 저장된 모습: { $way }
encryption-layers-none = 이 객체는 아직 없어요. 올려 보세요.
encryption-bytes-plain = 원래 글
encryption-bytes-sent = S3로 보낸 것
encryption-bytes-between = 첫째 겹을 지난 것
encryption-bytes-stored = S3에 저장된 것
encryption-layer-data-key = 이 객체의 데이터 키로 AES-256-GCM 암호화: { $key } 이 키는 일하는 동안만 그대로 있어요.
encryption-layer-customer = 요청에 담긴 내 키로 AES-256-GCM 암호화: { $key } AWS는 저장하지 않아요.
encryption-layer-client = 클라이언트만 가진 키로 AES-256-GCM 암호화: { $key }
encryption-kept-s3 = 객체 곁에는 S3의 키로 감싼 데이터 키를 둬요: { $wrapped }
encryption-kept-kms = 객체 곁에는 KMS 키 { $name }({ $state }){ JOSA($name, "으로/로") } 감싼 데이터 키를 둬요: { $wrapped }
encryption-kept-gone = KMS 키가 삭제됐어요. 객체 곁의 데이터 키를 아무도 풀지 못해요.

## 버튼
encryption-chosen = { $way }:
encryption-put = 올리기
encryption-put-hint = 기록을 이 방법으로 다시 올려요. PutObject예요.
encryption-get-admin = 관리자로 GET
encryption-get-auditor = 감사자로 GET
encryption-get-hint = 객체를 읽어요. GetObject예요. 관리자는 SSE-C의 키를 함께 보내고, 감사자에게는 그 키가 없어요.
encryption-block = SSE-C 거부하기
encryption-allow = SSE-C 허용하기
encryption-block-hint = 2026년 4월부터 새 버킷은 SSE-C를 거부해요. 이 버킷은 허용해 뒀어요. PutBucketEncryption이에요.
encryption-give = 감사자에게 kms:Decrypt 주기
encryption-take = 감사자의 kms:Decrypt 빼기
encryption-decrypt-hint = 감사자의 IAM 정책을 새로 써요. PutUserPolicy예요.
encryption-key = KMS 키 { $name }, { $state }:
encryption-key-gone = KMS 키가 완전히 삭제됐어요.
encryption-disable = 비활성화
encryption-disable-hint = 다시 활성화할 때까지 아무도 키를 못 써요. DisableKey예요.
encryption-enable = 활성화
encryption-enable-hint = 키를 다시 쓸 수 있어요. EnableKey예요.
encryption-schedule = 7일 뒤 삭제
encryption-schedule-hint = 키의 삭제를 예약해요. ScheduleKeyDeletion이에요. 기다리는 기간은 7일에서 30일이에요.
encryption-cancel = 삭제 취소
encryption-cancel-hint = 키는 남고, 비활성화된 상태가 돼요. CancelKeyDeletion이에요.
encryption-later = 8일 뒤로
encryption-later-hint = 8일이 지나요. 대기 기간이 끝나요.
encryption-load = 부하 시작
encryption-load-hint = 두 버킷이 한 달에 30 GB씩 100 KB 객체로 받고, 객체마다 30일 동안 하루에 한 번 읽혀요.
encryption-month = 30일 뒤로
encryption-month-hint = 부하를 받으며 30일이 지나요.
encryption-bucket-key-turn-on = 버킷 키 켜기: { $bucket }
encryption-bucket-key-turn-off = 버킷 키 끄기: { $bucket }
encryption-bucket-key-hint = 새 객체에만 적용돼요. BucketKeyEnabled를 적은 PutBucketEncryption이에요.

## 호출
encryption-calls-head = KMS 호출
encryption-calls = { $n }번
encryption-calls-of = S3 요청 { $n }건
encryption-calls-none = 아직 부하가 없어요. 부하를 시작하고 시간을 보내 보세요.
encryption-calls-how = 세는 방법: 객체를 쓰거나 읽을 때마다 한 번, 1,000번에 { $price }. 여기서는 버킷 키를 하루에 한 번 받아요. AWS는 잠깐 쓰는 키라고만 하고, 많게는 99% 줄인다고 해요. 매달의 무료 요청은 빼지 않았어요.
encryption-bucket-key-on = 버킷 키 켬
encryption-bucket-key-off = 버킷 키 끔
encryption-n-calls = 지금까지 KMS 키 호출: { $n }번 ({ $cost })

## 기록
encryption-records-head = CloudTrail에 남는 기록
encryption-records-hint = 새것이 위예요. 줄을 가리키면 기록을 읽을 수 있어요.
encryption-records-none = 아직 호출이 없어요.
encryption-records-more = { $n }개는 추적 화면에 더 있어요.
encryption-record-by = { $user }의 호출
encryption-record-through = { $user } 대신 S3의 호출
encryption-record-data = 데이터 이벤트
encryption-record-management = 관리 이벤트

## 일어난 일
encryption-happened = 일어난 일
encryption-nothing-yet = 아직 아무 요청도 보내지 않았어요. 버튼을 누르거나 다음 장면으로 가 보세요.
encryption-did-put-s3 = SSE-S3: S3가 데이터 키를 만들어 자기 키로 감쌌어요.
encryption-did-put-kms = SSE-KMS: S3가 KMS에서 데이터 키를 받았어요(GenerateDataKey). 그대로인 것과 감싼 것, 두 가지예요.
encryption-did-put-dual-layer = DSSE-KMS: 첫째 겹은 KMS에서 받은 데이터 키로, 둘째 겹은 S3의 키로 암호화했어요.
encryption-did-put-customer = SSE-C: S3가 요청에 담긴 키로 암호화하고 키를 잊었어요.
encryption-did-put-client = 클라이언트 측: 보낸 것이 이미 암호문이에요. S3가 기본값대로 한 번 더 암호화했어요.
encryption-did-get-admin = 관리자가 { $way } 객체를 읽었어요: 200.
encryption-did-get-auditor = 감사자가 { $way } 객체를 읽었어요: 200.
encryption-did-get-sealed = 감사자가 { $way } 객체를 받았어요: 200, 그러나 클라이언트의 키로만 열리는 바이트예요.
encryption-did-policy = 감사자의 IAM 정책을 새로 썼어요.
encryption-did-default = 버킷의 암호화 설정을 바꿨어요. 이미 저장된 객체는 그대로예요.
encryption-did-schedule = KMS 키의 삭제를 예약했어요. 그때까지 아무도 못 쓰고, 요금도 없어요.
encryption-did-cancel = 삭제를 취소했어요. 키는 Disabled 상태예요. 쓰려면 활성화하세요.
encryption-did-disable = KMS 키를 비활성화했어요.
encryption-did-enable = KMS 키를 활성화했어요.
encryption-did-load = 부하를 시작했어요.
encryption-did-other = { $operation }: 했어요.
encryption-refused-here = 명령을 보내지 못했어요.
encryption-refused-get-admin = 관리자의 { $way } GET이 거부됐어요.
encryption-refused-get-auditor = 감사자의 { $way } GET이 거부됐어요.
encryption-refused-put = { $way } 올리기가 거부됐어요.
encryption-refused-other = { $operation } 요청이 거부됐어요.
encryption-why-decrypt = S3는 허용했어요. KMS가 데이터 키를 풀어 주지 않았어요. 이 키의 kms:Decrypt를 허용하는 정책이 없어요.
encryption-why-generate = KMS가 데이터 키를 만들어 주지 않았어요. 이 키의 kms:GenerateDataKey를 허용하는 정책이 없어요.
encryption-why-blocked = 이 버킷은 새 버킷처럼 SSE-C를 거부해요. 버킷의 암호화 설정에서 허용하세요.
encryption-why-customer-key = SSE-C로 암호화한 객체예요. 같은 키를 다시 보내세요. AWS에는 그 키가 없어요.
encryption-why-disabled = KMS 키가 비활성화돼서 아무도 데이터 키를 못 받아요. 키를 활성화하세요.
encryption-why-pending = KMS 키가 삭제를 기다리고 있어 쓸 수 없어요. 삭제를 취소한 다음 활성화하세요.
encryption-why-gone = 그런 KMS 키는 이제 없어요. 그 키로 암호화한 데이터는 되찾지 못해요.

## 강사 메모
encryption-note-ways-question = 누가 거부할 수 있어야 하는지 물어보세요. AWS일까요, 보안 팀일까요, 데이터 주인뿐일까요?
encryption-note-upload = 다섯 가운데 네 번은 원래 글을 그대로 보내요. 나머지 하나가 무엇인지 물어보세요.
encryption-note-layers = 데이터 키 하나를 따라가 보세요. 잠깐 그대로 있다가, 감싸여 객체 곁에 놓여요. 이것이 봉투 암호화예요.
encryption-note-ways = 거부, 원래 글, 뜻을 모를 바이트의 200을 따로따로 물어보세요.
encryption-note-take = IAM 정책 하나만 바뀌었고 객체는 그대로예요. 실행 취소도 보여 주세요.
encryption-note-readers = SSE-C와 클라이언트 측은 달라진 것이 없어요. 감사자에게는 처음부터 그 키가 없었어요.
encryption-note-records = 감사자 대신 S3가 호출한 줄을 짚어 주세요. 감사에서 보려는 것이 이거예요.
encryption-note-ways-why = 시험에 나오는 "키를 직접 관리하고 감사 기록도 남긴다"는 고객 관리형 키를 쓰는 SSE-KMS예요.
encryption-note-key-question = 회사에서 누가 키의 삭제를 예약할 수 있어야 하는지 물어보세요.
encryption-note-pending = 마지막 날까지는 키가 쓰인다고 생각하는 사람이 많아요.
encryption-note-schedule = HEAD는 여전히 답해요. 메타데이터는 이 키로 암호화하지 않아요.
encryption-note-cancel = 취소하면 키가 비활성화된 상태로 돌아와요. 일부러 두 단계로 했어요.
encryption-note-deleted = 다른 키로 암호화한 사본이 있었다면 도움이 돼요. 같은 키로 암호화한 복제본은 소용없어요.
encryption-note-key-why = 키를 그만 쓰려면 먼저 비활성화하고 누가 불편해하는지 지켜보세요.
encryption-note-calls-question = 한 번은 싸요. 읽기 수백만 번을 곱해 보세요.
encryption-note-calls = 장면을 넘기기 전에 호출 수를 어림해 보게 하세요.
encryption-note-month = 요청은 대부분 앞서 올린 객체를 읽는 일이에요. 쌓인 객체만큼 막대가 길어져요.
encryption-note-bill = 부하는 객체 하나까지 같아요. 호출 수만 달라요.
encryption-note-switch = 기본값이 다 그렇듯 새 객체에만 적용돼요.
encryption-note-calls-why = 대가도 있어요. 암호화 컨텍스트에 버킷의 ARN이 남아 감사 기록이 덜 자세해요.
