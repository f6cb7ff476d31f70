### 마이그레이션, 게이트웨이, DataSync를 보여 주는 그림의 글.

## 데이터가 움직이는 때
figure-move-rhythms-always = 늘 양쪽으로
figure-move-rhythms-once = 처음에 많이, 그 뒤로 조금씩
figure-move-rhythms-sent = 상대가 보낼 때마다
figure-move-rhythms-disks = 디스크로 나르기
figure-move-rhythms-road = 없다가 한꺼번에
figure-move-rhythms-time = 시간

## 게이트웨이로 읽기
figure-gateway-cache-premises = 온프레미스
figure-gateway-cache-program = 프로그램
figure-gateway-cache-cache = 캐시 1 TB
figure-gateway-cache-hit = 캐시에 있으면 1 GB에 8초
figure-gateway-cache-miss = 캐시에 없으면 1 GB에 80초

## 두 가지 볼륨
figure-volume-copies-premises = 온프레미스
figure-volume-copies-cached = 캐시 볼륨
figure-volume-copies-stored = 저장 볼륨
figure-volume-copies-whole = 볼륨 전체
figure-volume-copies-part = 쓰는 부분만
figure-volume-copies-snapshots = 스냅샷

## 게이트웨이에 밀린 데이터
figure-gateway-write-program = 프로그램
figure-gateway-write-disk = 디스크
figure-gateway-write-waiting = 디스크에 밀린 데이터
figure-gateway-write-hours = 8시간
figure-gateway-write-waits = 프로그램이 기다림

## 작업을 두 번 실행하기
figure-datasync-runs-first = 첫 실행: 20 TB
figure-datasync-runs-second = 둘째 실행: 200 GB
figure-datasync-runs-compare = 비교
figure-datasync-runs-transfer = 전송
figure-datasync-runs-verify = 확인
figure-datasync-runs-same = 양쪽이 같음

## 회선으로, 아니면 실어서
figure-wire-or-road-days = 일
figure-wire-or-road-device = 장치
