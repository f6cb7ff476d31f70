### S3 액세스와 암호화를 보여 주는 그림의 글.

## 요청을 결정하는 두 물음
figure-access-decision-yes = 있음
figure-access-decision-no = 없음
figure-access-decision-refused = 거부
figure-access-decision-where = Allow가 있어야 할 곳
figure-access-decision-same = 같은 계정
figure-access-decision-other = 다른 계정
figure-access-decision-nobody = 로그인 안 함
figure-access-decision-or = 또는
figure-access-decision-and = 둘 다
figure-access-decision-iam = IAM 정책
figure-access-decision-bucket = 버킷 정책

## 정책 문 하나, 그리고 버킷과 객체
figure-policy-statement-effect = 허용? 거부?
figure-policy-statement-principal = 누가
figure-policy-statement-action = 무엇을
figure-policy-statement-resource = 어디에
figure-policy-statement-condition = 어떤 조건에서

## 두 칸씩 나눈 네 설정
figure-block-public-new = 새로 저장할 때
figure-block-public-old = 이미 있을 때
figure-block-public-acl = ACL
figure-block-public-policy = 정책
figure-block-public-refused = 403으로 거부
figure-block-public-ignored = 없는 것으로 침
figure-block-public-own = 자기 계정과 AWS 서비스만 들여보냄

## 액세스 포인트
figure-access-points-points = 액세스 포인트
figure-access-points-policy = 정책
figure-access-points-bucket-policy = 버킷 정책
figure-access-points-first = 첫째 검사
figure-access-points-second = 둘째 검사

## 키를 쥔 쪽
figure-key-holders-you = 나
figure-key-holders-client = 클라이언트 측
