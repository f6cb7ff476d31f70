### 요금 실험대: 쇼핑몰의 버킷 하나를 달마다 뜯어보고 줄여요.

panel-s3-bill = S3 비용 요인
s3-bill-start-break-down = 뜯어보기
s3-bill-start-lower = 줄이기
s3-bill-start-trap = 함정

## 장면: 뜯어보기
s3-bill-beat-break-down-question = 쇼핑몰이 사진 400 GB를 둬요. 달마다 섬네일 200만 개와 내보내기 파일 200 GB를 쓰고(규칙이 7일 뒤에 삭제해요), 인터넷의 독자에게 500 GB가 나가요. 한 달 요금은 어떻게 나올까요?
s3-bill-beat-largest = 예측해 보세요. 이달에 셋 가운데 어디에 돈이 가장 많이 들까요?
s3-bill-predict-largest-storage = 저장
s3-bill-predict-largest-requests = 요청
s3-bill-predict-largest-transfer = 인터넷으로 나간 데이터
s3-bill-beat-month = { $month } 요금은 { $total }예요. 저장 { $storage }, 요청 { $requests }, 밖으로 나간 { $gb } GB에 { $transfer }예요. 막대를 누르면 내역이 보여요.
s3-bill-beat-hidden = 버킷에 있는 { $bytes } 가운데 { $old }({ $old-share })가 이전 버전이에요. 규칙이 삭제한 내보내기 파일이에요. 버전 관리가 남겨 두어서 요금이 나와요.
s3-bill-beat-break-down-why = 저장 요금은 여러 줄 가운데 하나예요. 가장 긴 막대부터 찾고, 그 안의 줄을 봐요. 어느 클래스인지, 어느 요청인지, 아무도 안 쓰는 바이트는 없는지요.

## 장면: 줄이기
s3-bill-beat-lower-question = 이대로 두면 빈 막대만큼 나와요. 사진은 거의 안 읽고, 내보내기 파일의 이전 버전은 아무도 안 쓰고, 섬네일은 하나씩 올려요. 무엇을 바꾸면 좋을까요?
s3-bill-beat-lowered = 예측해 보세요. 사진은 GLACIER_IR로 옮기고, 이전 버전은 삭제하고, 섬네일은 1,000개씩 묶어요. 저장과 요청을 합친 요금은 얼마나 남을까요?
s3-bill-predict-lowered-less = 조금 줄어요
s3-bill-predict-lowered-half = 절반도 안 남아요
s3-bill-predict-lowered-none = 줄지 않아요
s3-bill-beat-rules = 규칙을 두 가지 걸었어요. 사진은 30일 뒤 { $class }로 옮기고, 내보내기 파일의 이전 버전은 1일 뒤 삭제해요. 자정에 적용돼요.
s3-bill-beat-packed = { $month } 요금은 { $usual } 대신 { $billed }, { $share }예요. 저장은 { $storage }(그대로라면 { $usual-storage }), 요청은 { $requests }(그대로라면 { $usual-requests })예요.
s3-bill-beat-left = 밖으로 나간 데이터는 그대로 { $transfer }예요. 버킷의 규칙으로는 줄지 않고, 읽는 쪽이 어디에 있는지에 달렸어요. 다른 곳을 골라 견줘 보세요.
s3-bill-beat-lower-why = 저장은 클래스를 바꾸고 이전 버전까지 지우는 규칙으로, 요청은 객체를 크게 묶어서 줄여요. 나가는 데이터는 읽는 쪽이 같은 리전에 있거나 CloudFront를 앞에 두면 줄어요.

## 장면: 함정
s3-bill-beat-trap-question = STANDARD_IA는 GB당 월 요금이 STANDARD의 절반쯤이에요. 누가 섬네일을 처음부터 STANDARD_IA로 올려요. 요금이 줄까요?
s3-bill-beat-cheaper = 예측해 보세요. 50 KB 섬네일을 첫날 5번씩 읽어요. STANDARD_IA에 두면 나가는 데이터를 뺀 한 달 요금은 어떻게 될까요?
s3-bill-predict-cheaper-lower = 줄어요
s3-bill-predict-cheaper-same = 거의 그대로예요
s3-bill-predict-cheaper-higher = 늘어요
s3-bill-beat-infrequent = { $month } 요금은 { $usual } 대신 { $billed }, { $share }예요. 요청은 { $requests }(그대로라면 { $usual-requests }), 검색은 { $retrieval }예요.
s3-bill-beat-retrieved = STANDARD_IA에서 읽은 GB마다 검색 요금이 나와서 모두 { $retrieval }예요. 요청도 더 비싸고, 섬네일 하나하나를 128 KB로 쳐요.
s3-bill-beat-trap-why = GB가 싼 대신 요청이 비싸고, 검색 요금과 최소 크기와 최소 기간이 있어요. 크고 드물게 읽는 객체에 알맞아요.

## 다른 길로 간 장면
s3-bill-other-month = 아직 달이 끝나지 않았어요. 아래 버튼으로 한 달을 보내 보세요.
s3-bill-other-rules = 지금은 저장 요금을 줄이는 규칙이 없어요. 사진을 다른 클래스로 옮기거나 이전 버전을 삭제해 보세요.
s3-bill-other-dearer = { $month } 요금은 { $billed }, 그대로 두었다면 { $usual }예요. 규칙을 걸고 객체를 크게 묶어 보세요.
s3-bill-other-cheaper = { $month } 요금은 { $billed }, 그대로 두었다면 { $usual }예요. 작은 섬네일을 STANDARD_IA에 올려 보세요.

## 조절 값
s3-bill-photos = 사진
s3-bill-photos-hint = 올린 지 30일 뒤에 이 클래스로 옮기는 수명 주기 규칙이에요. STANDARD라면 규칙이 없어요.
s3-bill-drop-old = 내보내기 파일의 이전 버전을 1일 뒤 삭제
s3-bill-drop-old-hint = 수명 주기 규칙의 NoncurrentVersionExpiration이에요. 현재 버전이 아니게 된 지 1일이 지나면 삭제해요.
s3-bill-thumbs = 섬네일
s3-bill-thumbs-hint = 다음 달에 올릴 객체의 크기와 클래스예요. 어느 쪽이든 모두 100 GB예요. 큰 객체에는 섬네일이 여러 개 들어 있고, 통째로 읽어요.
s3-bill-readers = 읽는 곳
s3-bill-readers-hint = 읽는 사람이 있는 곳이에요. 나가는 데이터의 어림만 바뀌어요.
s3-bill-readers-internet = 인터넷
s3-bill-readers-near = 같은 리전
s3-bill-readers-cloudfront = CloudFront
s3-bill-run = 한 달 보내기
s3-bill-run-hint = 쇼핑몰이 한 달 동안 올리고 읽어요. 이미 시작한 달은 남은 날이 먼저 지나가요.

## 요금
s3-bill-head = { $month }: { $total }
s3-bill-head-running = { $month } 지금까지: { $total }
s3-bill-head-none = 아직 보낸 달이 없음
s3-bill-empty = 한 달을 보내면 여기에 요금이 보여요.
s3-bill-usual = 빈 막대: 그대로 두었을 때의 첫 달, { $total }
s3-bill-usual-how = 계산 방법: 이 장면의 첫 달을 아무것도 바꾸지 않고 모델에서 돌려요. 섬네일은 50 KB에 STANDARD, 규칙은 하나예요.
s3-bill-row = { $group }: { $amount } (그대로라면 { $usual })
s3-bill-group-storage = 저장
s3-bill-group-requests = 요청
s3-bill-group-retrieval = 검색
s3-bill-group-transfer = 나간 데이터
s3-bill-group-management = 관리
s3-bill-lines-how = 계산 방법: 줄마다 모델의 청구서예요. 쓴 양 × 그 사용 유형의 단가. APN2는 서울이에요.
s3-bill-no-lines = 이달에는 없어요.
s3-bill-line = { $quantity } → { $amount }
s3-bill-line-estimate = { $quantity } → { $amount } (어림한 단가)
s3-bill-unit-gb-month = { $n } GB-월
s3-bill-unit-requests = 요청 { $n }천 건
s3-bill-unit-gb = { $n } GB
s3-bill-unit-objects = 모니터링한 객체 { $n }천 개
s3-bill-unit-keys = 키 { $n }개-월
s3-bill-transfer-internet = { $gb } GB를 읽었어요. 한 달 100 GB까지는 무료이고 그 뒤로 GB당 { $price }라서 { $amount }예요. 모델이 청구하지 않아 어림한 값이에요.
s3-bill-transfer-near = 리전 안에서 { $gb } GB를 읽었어요. 무료예요({ $amount }). 인터넷으로 나갔다면 GB당 { $price }예요.
s3-bill-transfer-cloudfront = { $gb } GB가 CloudFront로 갔어요. S3에서는 무료예요({ $amount }). 인터넷으로 나갔다면 GB당 { $price }예요. CloudFront가 내보내는 데이터에는 따로 단가가 있어요.
s3-bill-lies = 지금 버킷에 있는 것: { $bytes }
s3-bill-lies-old = 그 가운데 이전 버전: { $bytes }
s3-bill-lies-old-how = 계산 방법: 현재 버전이 아닌 버전의 바이트. 맨 위에 삭제 마커가 있으면 그 아래는 모두 이전 버전이에요.

## 일어난 일
s3-bill-happened = 일어난 일
s3-bill-did-nothing = 아직 보낸 달이 없어요. 예측하고 한 달을 보내 보세요.
s3-bill-did-rules = 규칙을 걸었어요. 다음 자정(UTC)부터 적용돼요. 사진은 { $class }예요. 한 달을 보내고 견줘 보세요.
s3-bill-did-running = { $month } 달이 시작됐어요. 나간 데이터를 빼고 지금까지 { $billed }예요.
s3-bill-did-usual = { $month } 요금은 그대로 { $billed }이고, 나간 데이터가 { $transfer }쯤이에요.
s3-bill-did-lower = { $month } 요금은 { $usual } 대신 { $billed }, { $share }예요. 나간 데이터는 따로 { $transfer }쯤이에요.
s3-bill-did-higher = { $month } 요금은 { $usual } 대신 { $billed }, { $share }예요. 나간 데이터는 따로 { $transfer }쯤이에요.
s3-bill-why-other = 요청이 거부되어 바뀐 것이 없어요. AWS의 말을 읽고 명령을 고쳐 보세요.
s3-bill-simplified = 모델이 가진 서울 단가예요. 나가는 데이터는 100 GB 뒤로 GB당 0.126 USD로 어림해요. 복제, 가속, KMS 요청은 이 버킷에 없어요. 묶음은 통째로 읽어요.

## 강사를 위한 메모
s3-bill-note-break-down-question = 모두 금액을 먼저 적어 보게 하세요. 숫자보다 놀라움이 오래 남아요.
s3-bill-note-largest = 손을 세어 보세요. 저장이라는 사람이 가장 많아요.
s3-bill-note-month = 막대를 하나씩 눌러 보세요. 한 줄을 소리 내어 읽어요. 쓴 양, 사용 유형, 금액이에요.
s3-bill-note-hidden = 규칙이 왜 아무것도 못 지웠는지 물어보세요. 삭제 마커만 썼어요.
s3-bill-note-break-down-why = 아는 버킷에서 가장 긴 막대가 무엇일지 물어보세요.
s3-bill-note-lower-question = 생각을 먼저 모으고, 어느 막대를 줄이는지로 나눠 보세요.
s3-bill-note-lowered = 손을 세어 보세요. 셋 가운데 무엇이 가장 크게 줄일지도 물어보세요.
s3-bill-note-rules = 두 규칙이 설정 하나예요. PUT은 버킷의 규칙을 모두 바꿔요.
s3-bill-note-packed = 요청을 짚어 주세요. PUT 200만 건이 2천 건이 됐어요.
s3-bill-note-left = 읽는 곳을 같은 리전으로 바꿨다가 돌려 보세요. 막대가 사라졌다가 돌아와요.
s3-bill-note-lower-why = 묶으면 무엇이 불편해지는지 물어보세요. 사진 하나를 바꾸거나 찾기가 어려워져요.
s3-bill-note-trap-question = 이렇게 할 사람이 있는지 물어보세요. 그럴듯하게 들려요.
s3-bill-note-cheaper = 손을 세고 까닭을 물어보세요.
s3-bill-note-infrequent = 빈 막대와 견줘 보세요. 요청이 늘었고 검색이 새로 생겼어요.
s3-bill-note-retrieved = 최소 크기를 계산하게 하세요. 200만 개 × 128 KB예요.
s3-bill-note-trap-why = 스토리지 클래스 실험대의 손익 분기점으로 이어 가세요.
