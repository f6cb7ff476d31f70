### 복제, S3로 데이터 옮기기, S3 비용을 보여 주는 그림의 글.

## 복제되는 것과 안 되는 것
figure-replication-timeline-source = 소스
figure-replication-timeline-destination = 대상
figure-replication-timeline-rule = 규칙
figure-replication-timeline-before = 옛 객체
figure-replication-timeline-after = 새 객체
figure-replication-timeline-marker = 삭제 마커
figure-replication-timeline-by-id = ID로 삭제
figure-replication-timeline-not = 안 옮김
figure-replication-timeline-copied = 복제됨
figure-replication-timeline-if = 켰을 때만

## PUT 하나와 여러 파트
figure-multipart-retry-one = PUT 한 번
figure-multipart-retry-many = 100 MB 파트 50개
figure-multipart-retry-all = 다시 보냄: 5 GB
figure-multipart-retry-one-part = 다시 보냄: 파트 1개
figure-multipart-retry-lost = 3.5 GB가 헛일
figure-multipart-retry-drops = 회선이 끊김
figure-multipart-retry-safe = 35개는 S3에 있음
figure-multipart-retry-to-come = 아직 안 보냄

## 먼 리전으로 가는 두 길
figure-edge-path-client = 상파울루
figure-edge-path-bucket = 서울
figure-edge-path-direct = 대답까지 0.3초
figure-edge-path-edge = 엣지
figure-edge-path-network = AWS 네트워크

## 이벤트가 가는 곳
figure-event-routes-function = Lambda 함수
figure-event-routes-queue = SQS 대기열
figure-event-routes-topic = SNS 주제
figure-event-routes-every = 모든 이벤트
figure-event-routes-bus = EventBridge
figure-event-routes-refused = 거부: 겹침

## 한 달 요금
figure-bill-bars-storage = 저장
figure-bill-bars-uploads = 올리기
figure-bill-bars-reads = 읽기
figure-bill-bars-out = 내보내기
