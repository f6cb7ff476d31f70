### 스토리지 클래스, 버전 관리, 수명 주기를 보여 주는 그림의 글.

## 수명 주기의 계단
figure-lifecycle-waterfall-first-move = 30일
figure-lifecycle-waterfall-second-move = 120일
figure-lifecycle-waterfall-end = 7년 뒤 삭제
figure-lifecycle-waterfall-one-way = 규칙으로는 못 올라가요
figure-lifecycle-waterfall-price = 금액: 400 GB의 한 달 요금

## 복원과 임시 사본
figure-restore-copy-asked = 복원 요청
figure-restore-copy-original = 원본은 내내 그대로
figure-restore-copy-wait = 기다리기
figure-restore-copy-copy = 임시 사본
figure-restore-copy-gone = 사라짐
figure-restore-copy-refused = 읽기 거부
figure-restore-copy-answered = 읽기 성공
figure-restore-copy-again = 거부

## 시간에 따른 티어
figure-tiers-over-time-idle-30 = 30일 동안 안 읽음
figure-tiers-over-time-idle-90 = 90일 동안 안 읽음
figure-tiers-over-time-read = 한 번 읽음
figure-tiers-over-time-cheaper = 더 싼 단가

## 버전이 쌓인 모습
figure-version-stack-marker = 삭제 마커
figure-version-stack-first = 버전 1
figure-version-stack-second = 버전 2
figure-version-stack-third = 버전 3
figure-version-stack-get = GET: 버전 3
figure-version-stack-remove = 마커 삭제
figure-version-stack-top = 읽으면 맨 위에 있는 것을 돌려줘요.
