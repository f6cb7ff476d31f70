### 요금: 앞에 있는 샌드박스에 드는 비용.

panel-bill = 요금
bill-of = 실험대: { $bench }
bill-empty = 아직 쓴 것이 없어서 낼 비용도 없어요. 터미널에서 버킷을 만들고 객체를 올린 다음 시계를 재생해 보세요.
bill-no-lines = 이 기간에 쓴 것이 없어요.

## 숫자
bill-level = 지금 규모로 한 달
bill-level-note = 지금 저장된 것을 30일 동안 둘 때예요. 요청과 검색은 쓸 때마다 더해져요.
bill-spent = 이 실행에서 쓴 비용
bill-spent-note = { $from }부터 { $to }까지
bill-last-act = 마지막 동작이 바꾼 비용
bill-last-act-none = 명령을 실행하면 비용이 어떻게 바뀌는지 보여요.
bill-level-changed = 한 달에 { $by } (이전 { $before }, 지금 { $now })
bill-level-same = 한 달 비용은 그대로 { $now }예요.
bill-spent-at-once = 동작 자체의 요금: { $by }
bill-spent-since = 그 뒤로 나온 요금: { $by }

## 기간
bill-period-run = 실행 전체
bill-period-run-hint = 지금까지 쓴 모든 것
bill-period-level = 지금 규모로 한 달
bill-period-level-hint = 지금 저장된 것을 30일 동안 둘 때
bill-period-month = 한 달 고르기
bill-month-chosen = 요금을 볼 달: { $month }

## 줄
bill-usage-type = 사용 유형
bill-quantity = 사용량
bill-unit-price = 단가(USD)
bill-amount = 비용(USD)
bill-won = 원화
bill-total = 합계
bill-no-price = 단가 없음
bill-estimated = { $price } (추정)
bill-unit-gb-month = { $n } GB-월
bill-unit-requests = { $n }건
bill-unit-gb = { $n } GB
bill-unit-object-months = 객체 { $n }개-월
bill-unit-key-months = 키 { $n }개-월
bill-per-gb-month = GB-월당 { $price }
bill-per-requests = 1,000건당 { $price }
bill-per-gb = GB당 { $price }
bill-per-object-months = 객체 1,000개-월당 { $price }
bill-per-key-months = 키 1개-월당 { $price }

## 사용 유형의 뜻
bill-means-stored = { $class }에 저장한 용량
bill-means-small = { $class }의 작은 객체를 128 KB까지 채워 센 용량
bill-means-staging = { $class }로 올리다 만 파트의 용량
bill-means-early = 최소 저장 기간 전에 { $class }에서 나간 용량
bill-means-early-small = 최소 저장 기간 전에 { $class }에서 나간 작은 객체
bill-means-writes = { $class }의 PUT, COPY, POST, LIST 요청
bill-means-reads = { $class }의 GET과 그 밖의 요청
bill-means-transitions = { $class } 전환 요청
bill-means-restores = { $class }의 복원 요청
bill-means-retrieval = { $class }에서 읽은 용량
bill-means-expedited = { $class }의 신속 검색 용량
bill-means-standard = { $class }의 표준 검색 용량
bill-means-bulk = { $class }의 대량 검색 용량
bill-means-monitoring = { $class }{ JOSA($class, "이/가") } 지켜보는 객체
bill-means-keys = 키와 첫 두 번의 교체
bill-means-key-requests = 사람과 서비스가 키에 한 요청
bill-means-to-region = 다른 리전으로 보낸 데이터
bill-means-rtc = 복제 시간 제어로 복제한 데이터

## 달마다
bill-by-month = 끝난 달의 비용
bill-by-month-empty = 한 달이 끝나면 첫 달의 비용이 보여요.
bill-month = 월
bill-cost = 비용

## 맨 아래
bill-prices = 단가: { $region }, { $date }
bill-no-prices = { $region }의 단가를 몰라서 그 줄에는 비용이 없고, 합계에도 들어 있지 않아요.
bill-estimated-why = 추정: 그 리전의 단가표에서 찾지 못해 다른 자료나 비율로 정한 단가예요.
bill-rate = 1 USD = { $rate }원 ({ $date })
bill-rate-undated = 1 USD = { $rate }원
bill-leaves-out = 다루지 않음: 프리 티어, 세금, 데이터 전송.
bill-read = 요금, 화살표 키로 넘기기
