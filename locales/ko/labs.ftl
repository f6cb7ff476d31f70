### 실습 화면과 실습 옆 안내. 실습마다의 글은 `labs/`에 있어요.

## 화면
labs-intro = 실습은 상황과 목표를 주고, 직접 만든 클라우드가 어떻게 움직이는지를 보고 채점해요. 읽기가 성공하는지, 청구서가 얼마인지, 복원할 수 있는지를 봐요. 목표를 이루면 어떤 방법이든 맞아요.
labs-minutes = 약 { $n }분
labs-folder = { $name } 폴더
labs-begin = 시작
labs-continue = 이어서 하기
labs-anew = 다른 숫자로…
labs-section = { $section } ({ $lab })
labs-act = { $act }: { $lab }, { $mode }
labs-anew-hint = 지금 하던 것을 두고 숫자를 새로 뽑아요
labs-best = 최고 점수: 100점 중 { $n }점
labs-read-again = 돌아보기 다시 읽기
labs-broken = 이 실습 폴더를 읽을 수 없어요. 아래 위치를 고치면 파일이 바뀌는 대로 다시 읽어요.
labs-write = 실습 만들기
labs-place = 실습 폴더를 여기에 넣으면 저절로 나타나요.
lab-walkthrough = 따라 하기
lab-challenge = 도전
lab-walkthrough-hint = 단계가 모두 열려 있어요. 재생해도 되고 직접 해도 돼요.
lab-challenge-hint = 숫자가 다르고, 질문과 목표만 있어요. 힌트는 눌러야 나와요.

## 안내
guide = 실습
guide-float = 안내를 따로 띄우기
guide-dock = 안내를 왼쪽에 붙이기
guide-points = 100점 중 { $n }점
guide-time-left = { $span } 남음
guide-time-over = 시간 종료
guide-steps = { $m }단계 중 { $n }단계
guide-copy-line = { $line } 복사
guide-copy = 복사
guide-play = 재생
guide-play-hint = 이 단계의 명령을 실행해요(Page Down)
guide-next = 다음
guide-back = 앞 단계를 마쳤을 때로 돌아가기
guide-predict = 어떻게 될 것 같나요? 재생하기 전에 골라 보세요.
guide-predicted = 예측을 적어 두었어요. 재생해서 확인해요.
guide-came-true = 예측대로예요: { $option }
guide-came-otherwise = 예측과 달라요: { $option }
guide-turned-out = 결과는 이래요: { $option }
guide-tasks = 과제
task-state-open = { $task }: 아직
task-state-seen = { $task }: 지금은 맞고, 계속 맞아야 해요
task-state-met = { $task }: 달성
task-points = { $n }점
task-expected = 기대한 것: { $what }
task-seen = 실제로 본 것: { $what }
guide-hint-of = { $hint } ({ $task })
guide-hint = 힌트: { $rung }
guide-rung-1 = 보이는 것
guide-rung-2 = 살펴볼 곳
guide-rung-3 = 개념
guide-rung-4 = 순서
guide-checkpoints = 다시 시작할 지점
guide-start = 처음
guide-restart-hint = 그때로 돌아가요. 그 뒤에 한 일은 시간 막대의 갈래에 남아요.
guide-restart-not-yet = 아직 이 지점까지 오지 않았어요
guide-to-end = 끝까지 시간 보내기
guide-to-end-hint = 실습이 끝나는 때까지 시계를 보내요. 실행 취소로 되돌릴 수 있어요.
guide-grade = 채점하기
guide-grade-hint = 복사본을 끝까지 보내서 그때의 모습을 채점해요. 지금 클라우드는 그대로예요.
guide-passed = 목표를 모두 이뤘어요.
guide-not-passed = 아직 남은 과제가 있어요. 끝에서 무엇을 보았는지 과제마다 적혀 있어요.
guide-paid = 끝날 때의 청구액: { $paid }
guide-met-after = 시작하고 { $span } 뒤에 달성
guide-debrief = 돌아보기
guide-hand-in = 제출하기
guide-learner = 이름
guide-path = 대화 상자가 열리지 않을 때 쓸 파일 경로
guide-save = 한 일을 파일로 저장…
guide-save-hint = 지금까지 한 모든 일이 담겨요. skylab lab grade로 채점할 수 있어요.
guide-page = 결과를 페이지로 저장…
guide-page-hint = 네트워크 없이 브라우저에서 열려요
guide-go-on = 과제로 돌아가기

## 찾기
find-lab = 실습: { $name }

## 메시지
toast-task-met = 달성: { $task }
toast-lab-reloaded = 실습이 바뀌어서 다시 읽었어요.
