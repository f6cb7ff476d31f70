### 기록: 한 실행에서 일어난 일과 CloudTrail 레코드.

panel-trail = 기록
trail-of = 실험대: { $bench }
trail-count = 이벤트 { $n }건
trail-count-some = 이벤트 { $m }건 가운데 { $n }건
trail-empty = 아직 일어난 일이 없어요. 터미널에서 명령을 실행하거나 시계를 재생해 보세요.
trail-nothing-found = 이 조건에 맞는 이벤트가 없어요.
trail-show-all = 모두 보기

## 거르기
trail-all = 모두
trail-all-hint = 호출, 서비스가 스스로 한 일, 장애
trail-changes = 변경
trail-changes-hint = 거부되지 않고 무언가를 바꾼 호출
trail-refused = 거부
trail-refused-hint = 오류 코드로 답한 요청
trail-own = 자동
trail-own-hint = 수명 주기 규칙처럼 서비스가 스스로 한 일과 장애
trail-find = 찾을 말
trail-find-hint = 이름, 버킷, 오류 코드
trail-find-do = 찾기
trail-find-clear = 찾을 말 지우기

## 뒤로 돌아간 다음
trail-time-later = { $time } (나중)
trail-later = 이 실행에서 나중에 일어나는 일
trail-later-count = 이 실행에는 지금보다 나중에 일어나는 일이 { $n }건 있어요.
trail-later-go = 끝으로 가기

## 누가, 어떤 답
trail-who-anonymous = 익명
trail-who-load = 부하
trail-who-fault = 장애
trail-ok = 성공
trail-by-itself = 자동
trail-fault = 장애

## 스스로 일어난 일: 찾을 때 쓰는 이름과 문장
trail-name-moved = 전환
trail-name-expired = 만료
trail-name-marked = 삭제 마커
trail-name-marker-gone = 삭제 마커 정리
trail-name-aborted = 멀티파트 업로드 중단
trail-name-refused = 거부된 부하
trail-name-lost = 사라진 객체
trail-name-zone-failed = 가용 영역 장애
trail-name-zone-destroyed = 가용 영역 파괴
trail-name-zone-healed = 가용 영역 복구
trail-name-other = 이벤트
trail-did-moved = { $from }에서 { $to }{ JOSA($to, "으로/로") } 전환: 객체 { $n }개({ $bytes }), 규칙 { $rule }
trail-did-expired = 만료: 객체 { $n }개({ $bytes }), 규칙 { $rule }
trail-did-marked = 객체 { $n }개에 삭제 마커, 규칙 { $rule }
trail-did-marker-gone = 만료된 삭제 마커 { $n }개 정리, 규칙 { $rule }
trail-did-aborted = 완료되지 않은 멀티파트 업로드 { $n }건({ $bytes }) 중단, 규칙 { $rule }
trail-did-refused = 부하의 { $name } 요청 { $n }건 거부
trail-did-lost = 가용 영역과 함께 사라짐: 객체 { $n }개({ $bytes })
trail-did-zone-failed = 가용 영역 장애
trail-did-zone-destroyed = 가용 영역 파괴
trail-did-zone-healed = 가용 영역 복구
trail-did-other = { $name }

## 레코드
trail-record = CloudTrail 레코드
trail-choose = 한 줄을 고르면 시계가 그때로 가고, 그 호출의 레코드가 여기에 보여요.
trail-management = 관리 이벤트
trail-management-why = 따로 켜지 않아도 CloudTrail의 이벤트 기록에 90일 동안 남아요.
trail-data = 데이터 이벤트
trail-data-why = 객체를 다룬 호출이에요. 추적(trail)에서 데이터 이벤트를 켰을 때만 기록되고, 이벤트 기록에는 보이지 않아요.
trail-simplified = 단순화: 주소와 프로그램, 식별자는 지어낸 값이에요. 응답에 있는 버전 ID와 바이트 수는 뺐어요.
trail-no-record = CloudTrail 레코드 없음
trail-no-record-lifecycle = API 호출이 아니에요. S3 수명 주기는 S3 안에서 실행돼 CloudTrail에 남지 않아요. 서버 액세스 로그나 이벤트 알림으로 볼 수 있어요.
trail-no-record-load = 부하는 애플리케이션이 보내는 요청을 대신해요. 하나하나 적지 않고 횟수만 세어요.
trail-no-record-fault = API 호출이 아니에요. AWS에서는 가용 영역의 장애를 AWS Health와 지표가 알려 줘요.
trail-no-record-service = API 호출이 아니에요. 서비스가 스스로 한 일이에요.
trail-read = 고른 이벤트, 화살표 키로 넘기기
