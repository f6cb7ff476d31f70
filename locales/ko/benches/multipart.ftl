### 멀티파트 업로드 실험대: 끊기는 회선으로 보내는 파일 하나, S3의 한도, 끝내지 않은 업로드.

panel-multipart = 멀티파트 업로드
multipart-start-drop = 끊김
multipart-start-limits = 한도
multipart-start-left = 남은 파트

## 장면: 끊김
multipart-beat-drop-question = { $file } 파일을 { $mbps } Mbps 회선으로 보내요. 한 번은 PUT 하나로, 한 번은 { $part } 파트 { $n }개로 나눠서요. { $drop }에서 회선이 끊기면 각각 무엇이 남을까요?
multipart-beat-again = 예측해 보세요. 나눠 보낸 쪽은 그때까지 보낸 것 가운데 얼마를 다시 보내야 할까요?
multipart-predict-again-nothing = 하나도 없어요
multipart-predict-again-some = 보내던 파트만요
multipart-predict-again-all = 보낸 것 모두요
multipart-beat-send = { $drop }, { $sent }를 보냈을 때 회선이 끊겼어요. PUT은 S3에 남은 것이 없어요. 나눠 보낸 쪽은 { $n }개 가운데 { $safe }개가 S3에 있고, 보내던 { $on-way }개에서 { $lost }만 잃었어요.
multipart-beat-resume = 둘 다 끝났어요. PUT은 { $file }를 처음부터 다시 보내서 { $sent }를 두 번 보냈어요. 나눠 보낸 쪽이 두 번 보낸 것은 { $lost }뿐이에요.
multipart-beat-far = 예측해 보세요. 이번에는 대답이 { $rtt } ms가 아니라 200 ms 만에 오고, 끊기지는 않아요. PUT 하나와 한꺼번에 { $parallel }개씩 보내는 파트를 견주면 어떨까요?
multipart-predict-far-alike = 거의 같아요
multipart-predict-far-times = PUT이 1.5~4배 걸려요
multipart-predict-far-many = PUT이 4배 넘게 걸려요
multipart-beat-whole = 끊기지 않으면 PUT 하나로 { $put-time }, 나눠서 { $parts-time } 걸려요. { $rtt } ms 거리에서 연결 하나는 초당 { $one-rate }, { $parallel }개는 초당 { $rate }를 보내요.
multipart-beat-drop-why = 파트는 저마다 요청 하나라서, 대답을 받은 파트는 안전해요. 끊기면 보내던 파트만 잃어요. 여러 개를 함께 보내면 연결 하나로 못 채우는 회선도 채워요.

## 장면: 한도
multipart-beat-limits-question = { $file } 파일을 S3에 올려요. PUT 하나로 보낼 수도, { $part } 파트 { $n }개로 보낼 수도 있어요. S3는 어느 쪽을 받을까요?
multipart-beat-put = 예측해 보세요. S3가 { $file }를 PUT 하나로 받을까요?
multipart-predict-put-taken = 받아요
multipart-predict-put-refused = 거부해요
multipart-beat-ask = S3는 { $file } PUT을 거부해요. PUT 하나는 5 GiB까지예요. 파트는 { $n }개이고 모두 한도 안이에요.
multipart-beat-parts = 예측해 보세요. 파일이 5 TB로 커졌고 파트는 그대로 { $part }예요. S3가 받을까요?
multipart-predict-parts-taken = 받아요
multipart-predict-parts-refused = 거부해요
multipart-beat-many = { $file } 파일을 { $part }씩 나누면 파트가 { $n }개예요. 파트 번호는 1부터 10,000까지라서 그다음은 거부해요.
multipart-beat-larger = { $part }씩 나누면 파트가 { $n }개예요. 한도 안이에요.
multipart-beat-limits-why = PUT 하나와 파트 하나는 5 GiB까지, 파트는 5 MiB부터예요(마지막 파트는 더 작아도 돼요). 파트는 10,000개까지라서, 파일이 크면 파트도 커야 해요.

## 장면: 남은 파트
multipart-beat-left-question = 밤마다 5 GB를 올리는 스크립트가 { $begun }일 동안 70%에서 끊겼어요. 다음 날 새로 시작할 뿐 중단하지 않아요. 객체 목록은 비어 있어요. 요금은 어떻게 나올까요?
multipart-beat-billed = 예측해 보세요. 30일 뒤에 저장 요금은 무엇에 대해 나와 있을까요?
multipart-predict-billed-nothing = 객체가 없으니 안 나와요
multipart-predict-billed-parts = 올라간 파트만큼 나와요
multipart-predict-billed-whole = 밤마다 5 GB 전체로 나와요
multipart-beat-month = { $days }일이 지났어요. { $bytes }에 저장 요금이 나와요. 이런 버킷 { $many }개라면 지금까지 { $spent }예요.
multipart-beat-seen = ListObjectsV2에는 객체가 { $objects }개예요. ListMultipartUploads에는 업로드가 { $n }개 보여요. 처음에 파트가 { $start }였어요.
multipart-beat-rule = 예측해 보세요. 시작한 지 7일 지난 업로드를 중단하는 수명 주기 규칙을 걸어요. 2일 뒤에 예전 업로드는 얼마나 남을까요?
multipart-predict-rule-all = 모두 남아요. 규칙은 새 업로드에만 적용돼요
multipart-predict-rule-some = 일부만 남아요
multipart-predict-rule-none = 하나도 안 남아요
multipart-beat-put-rule = 규칙은 예전 업로드에도 적용돼요. 남은 업로드는 { $n }개, 저장 요금이 나오는 것은 { $bytes }예요.
multipart-beat-left-why = 파트는 업로드를 완료하거나 중단할 때까지 요금이 나오는데, 객체 목록에는 안 보여요. 버킷마다 AbortIncompleteMultipartUpload 규칙을 걸어 두면 알아서 정리돼요.

## 다른 길로 간 장면
multipart-other-waiting = 이 설정으로는 아직 그렇게 보내지 않았어요. 막대 아래 버튼을 눌러 보세요.
multipart-other-refused = 이 설정이면 S3가 둘 가운데 하나를 거부해요. 옆에 적힌 까닭을 읽어 보세요.
multipart-other-broken = { $drop }에서 회선이 끊긴 뒤로 아직 보내지 않았어요. 파트 { $n }개 가운데 { $safe }개가 S3에 있어요. 이어서 보내 보세요.
multipart-other-alike = PUT 하나로 { $put-time }, 나눠서 { $parts-time } 걸려요. 여기서는 연결 하나가 초당 { $one-rate }, { $parallel }개가 초당 { $rate }를 보내요.
multipart-other-unasked = { $file }를 { $part } 파트로 나누면 어떤지 아직 묻지 않았어요. S3에 물어보세요.
multipart-other-put = { $file }라면 S3가 PUT 하나로 받아요. 5 GiB 이하니까요.
multipart-other-parts = S3가 { $file }를 { $part } 파트 { $n }개로 받아요.
multipart-other-parts-refused = S3가 { $part } 파트 { $n }개를 거부해요. 파트 크기를 바꿔 보세요.
multipart-other-ended = { $days }일째인 지금 남은 업로드는 없어요. 이런 버킷 { $many }개에 그때까지 나온 요금은 { $spent }예요.
multipart-other-left = 남은 업로드는 { $n }개, { $bytes }예요. 규칙은 정한 날이 지난 뒤 자정(UTC)에 적용돼요.

## 조절 값
multipart-set-file = 파일
multipart-set-part = 파트
multipart-set-parallel = 동시에
multipart-set-mbps = 회선
multipart-set-rtt = 왕복
multipart-set-drop = 끊기는 때
multipart-send = { $drop }까지 보내고 끊기
multipart-send-hint = 둘 다 처음부터 보내요. 파일을 그만큼 보냈을 때 회선이 끊겨요.
multipart-resume = 이어서 보내기
multipart-resume-hint = 회선이 돌아왔어요. S3에 없는 것을 보내요. 끊긴 다음에 쓸 수 있어요.
multipart-whole = 끊김 없이 보내기
multipart-whole-hint = 둘 다 처음부터 보내고, 끊기지 않아요.
multipart-ask = S3에 묻기
multipart-ask-hint = 이 파일을 PUT 하나로, 또 이 파트들로 받는지 모델에 물어요.

## 막대와 숫자
multipart-one = PUT 하나
multipart-in-parts = 나눠서
multipart-many = { $part } 파트 { $n }개, 동시에 { $parallel }개
multipart-bar = { $name }: S3에 { $kept }, 헛일 { $lost }, 남은 것 { $left }
multipart-key-kept = S3에 있음
multipart-key-lost = 헛일
multipart-key-to-come = 아직 안 보냄
multipart-rate = 속도
multipart-rate-how = 계산 방법: 회선 속도와 "연결마다 왕복 한 번에 1 MB" 가운데 작은 쪽.
multipart-lost = 헛일
multipart-lost-how = 계산 방법: 끊길 때까지 보낸 것에서 대답받은 파트를 뺀 것. 끊긴 PUT은 남는 것이 없어요.
multipart-time = 시간
multipart-time-how = 계산 방법: 회선으로 보낸 바이트 ÷ 속도에, 묶음마다 요청의 왕복을 더해요. 끊겨 있던 시간은 세지 않아요.
multipart-per-second = { $bytes }/초
multipart-seconds = { $n }초
multipart-minutes = { $n }분
multipart-hours = { $n }시간
multipart-days = { $n }일
multipart-chart-head = 동시에 보내는 파트 수와 걸리는 시간(분)
multipart-chart-empty = 끊김 없이 보내면 여기에 시간이 보여요.
multipart-limits-head = S3의 한도
multipart-limit-put = PUT 하나: { $limit }까지 (지금 { $own })
multipart-limit-least = 파트 하나: { $limit }부터, 마지막은 작아도 됨 (지금 { $own })
multipart-limit-most = 파트 하나: { $limit }까지 (지금 { $own })
multipart-limit-parts = 파트 수: { $limit }개까지 (지금 { $own }개)
multipart-limits-unasked = S3에 물으면 여기에 한도가 보이고, 한도마다 지켰는지 표시해요.

## 일어난 일
multipart-happened = 일어난 일
multipart-cli = AWS CLI로 하면: PUT 하나, 그리고 나눠서
multipart-last-nothing = 아직 보낸 것이 없어요. 막대 아래 버튼을 눌러 보세요.
multipart-last-set-up = 설정을 바꿨어요. { $file }를 { $part } 파트 { $n }개로, 동시에 { $parallel }개씩, { $mbps } Mbps에 왕복 { $rtt } ms예요. 아직 보내지는 않았어요.
multipart-last-broke = { $sent }를 보냈을 때 회선이 끊겼어요. PUT은 모두 잃었어요. 파트는 { $safe }개가 S3에 있고, 보내던 { $lost }만 잃었어요.
multipart-last-broke-between = { $sent }를 보냈을 때, 마침 파트와 파트 사이에서 끊겼어요. { $safe }개가 S3에 있고, 보내던 것은 없었어요.
multipart-last-resumed = 업로드 ID가 그대로라서 S3에 없는 파트만 보냈어요. 두 번 보낸 것은 { $lost }예요. PUT은 0번째 바이트부터 다시 보냈어요.
multipart-last-whole = PUT 하나로 { $put-time }, 나눠서 { $parts-time } 걸렸어요. 연결 하나로도 회선이 차서 나눠도 더 빨라지지 않아요.
multipart-last-whole-far = PUT 하나로 { $put-time }, 나눠서 { $parts-time } 걸렸어요. 왕복이 { $rtt } ms면 연결 하나는 초당 { $one-rate }밖에 못 보내요.
multipart-last-asked-both = S3는 { $file }를 두 방법 모두로 받아요. PUT 하나로도, { $part } 파트 { $n }개로도요.
multipart-last-asked-put = S3는 { $file }를 PUT 하나로는 받지만, { $part } 파트 { $n }개로는 받지 않아요.
multipart-last-asked-parts = S3는 { $file }를 { $part } 파트 { $n }개로는 받지만, PUT 하나로는 받지 않아요.
multipart-last-asked-none = S3는 { $file }를 어느 쪽으로도 받지 않아요. PUT 하나로도, { $part } 파트 { $n }개로도요.
multipart-why-put = PUT 하나는 5 GiB까지예요. 나눠서 올려 보세요.
multipart-why-large = 파트 하나는 5 GiB까지예요. 파트를 더 작게 나눠 보세요.
multipart-why-small = 마지막이 아닌 파트는 5 MiB(5.24 MB) 이상이어야 해요. S3는 업로드를 완료할 때 살펴요. 파트를 더 크게 나눠 보세요.
multipart-why-number = 파트 번호는 1부터 10,000까지예요. 파트를 더 크게 나눠 수를 줄여 보세요.
multipart-why-other = 요청이 거부되어 바뀐 것이 없어요. AWS의 말을 읽고 명령을 고쳐 보세요.
multipart-simplified = 단순화: 연결 하나는 대답 없이 1 MB까지 내보내요. 동시에 보내는 파트는 회선을 똑같이 나눠 쓰고 묶음으로 나가요. 끊겨 있던 시간은 없어요. 한도와 거부는 모델의 답이에요.
multipart-simplified-left = 업로드, 목록, 규칙, 요금은 모두 모델의 답이에요. 규칙은 자정(UTC)에 꼭 맞춰 적용돼요. 실제 S3는 하루쯤 더 걸리기도 해요.

## 버킷
multipart-left-head = 버킷 { $bucket }
multipart-left-objects = 목록에 보이는 객체: { $n }개
multipart-left-none = 끝나지 않은 업로드가 없어요.
multipart-left-upload = { $key }: 파트 { $n }개, { $bytes }, { $date } 시작
multipart-left-abort = 중단
multipart-left-abort-one = { $key } 업로드 중단: AbortMultipartUpload
multipart-left-abort-all = 모두 중단
multipart-left-day = 1일 뒤로
multipart-left-month = 30일 뒤로
multipart-left-rule = 규칙으로 중단
multipart-left-rule-hint = 수명 주기 규칙의 AbortIncompleteMultipartUpload예요. 업로드를 시작한 날부터 세요.
multipart-left-rule-days = { $n }일 뒤
multipart-left-rule-none = 규칙 없음
multipart-left-cost-head = 요금
multipart-left-bytes = 저장된 양
multipart-left-bytes-how = 계산 방법: S3에 있는 모든 파트와 객체의 바이트. 요금의 1 GB는 2^30바이트예요.
multipart-left-so-far = 지금까지, 버킷 { $n }개
multipart-left-so-far-how = 계산 방법: GB × 시작한 뒤로 지난 달수 × { $price }, 이런 버킷 { $n }개. 버킷 하나로는 몇 센트예요.
multipart-left-a-month = 앞으로 한 달, 버킷 { $n }개
multipart-left-a-month-how = 계산 방법: 지금 있는 GB × GB당 월 { $price }, 이런 버킷 { $n }개.
multipart-left-days = 시작한 뒤로 { $days }일
multipart-left-did-nothing = 아직 한 일이 없어요. 시간을 보내거나, 중단하거나, 규칙을 걸어 보세요.
multipart-left-did-wait = 시간이 지났어요. 업로드 { $n }개가 그대로 있고, { $bytes }에 저장 요금이 나와요. 저절로 끝나지는 않아요.
multipart-left-did-list = 객체 목록과 업로드 목록은 따로예요. 업로드는 { $n }개, { $bytes }예요.
multipart-left-did-abort = 업로드를 중단했고 파트도 사라졌어요. 남은 업로드는 { $n }개, { $bytes }예요.
multipart-left-did-rule = 규칙을 걸었어요. 날이 찬 업로드에 다음 자정(UTC)부터 적용돼요. 지금 업로드는 { $n }개, { $bytes }예요.
multipart-left-did-end = 끝나지 않은 업로드가 { $n }개예요. 저장 요금이 나오는 것은 { $bytes }예요.
multipart-left-did-rule-end = 규칙에 정한 날이 지나서 자정에 업로드가 파트와 함께 중단됐어요. 남은 업로드는 { $n }개, 저장 요금이 나오는 것은 { $bytes }예요.

## 강사를 위한 메모
multipart-note-drop-question = 큰 파일을 올리다가 처음부터 다시 시작한 적이 있는지, 그때 어떻게 했는지 물어보세요.
multipart-note-again = 한꺼번에 몇 개를 보내고 있는지 먼저 세게 하세요.
multipart-note-send = 빗금 친 부분을 짚어 주세요. 같은 때에 끊겼고 보낸 바이트도 같은데 잃은 양이 달라요.
multipart-note-resume = PUT의 막대가 더 길어요. 그만큼 회선을 두 번 지나갔어요.
multipart-note-far = 회선의 폭은 그대로이고 대답만 늦어졌어요. 손을 세어 보세요.
multipart-note-whole = 이제 무엇이 느리게 하는지 물어보세요. 회선일까요, 대답을 기다리는 시간일까요?
multipart-note-drop-why = 파트를 키우거나 동시에 더 보내면서 다시 끊어 보세요. 보내던 것을 더 많이 잃어요.
multipart-note-limits-question = 기억나는 숫자를 말하게 하세요. PUT 하나가 5 TB까지라고 답하는 사람이 많아요.
multipart-note-put = 6 GB는 5 GiB(5.37 GB)보다 커요. 누가 계산해 보게 하세요.
multipart-note-ask = 오류 코드를 소리 내어 읽어 주세요. CLI에서 보는 코드와 같아요.
multipart-note-parts = 5 TB ÷ 100 MB를 먼저 나눠 보고 손을 들게 하세요.
multipart-note-many = 거부하는 까닭이 크기가 아니라 파트 번호라는 것을 짚어 주세요.
multipart-note-larger = 40 TB라면 파트가 얼마나 커야 하는지 물어보세요.
multipart-note-limits-why = AWS CLI는 파트 크기를 알아서 키워요. 직접 만든 프로그램은 스스로 해야 해요.
multipart-note-left-question = 빈 객체 목록을 먼저 보여 주고 이 버킷의 요금을 물어보세요.
multipart-note-billed = 손을 세어 보세요. 안 나온다고 답하는 사람이 가장 많아요.
multipart-note-month = 이 바이트를 콘솔 어디에서 볼 수 있는지 물어보세요. 거의 볼 곳이 없어요.
multipart-note-seen = 목록이 둘이고 요청도 둘이에요. 두 번째 명령을 직접 쳐 보게 하세요.
multipart-note-rule = 손을 센 다음 시간을 보내세요.
multipart-note-put-rule = 업로드의 나이는 규칙을 건 날이 아니라 시작한 날부터 세요.
multipart-note-left-why = 버킷을 만든 첫날부터 이 규칙을 거는 팀이 많아요.
