-- Six results PASS/FAIL, each with its remark (annex 2-1 §三(四)); the remark so far stays as the one on the whole check.
alter table six_point_check add column rules_remark varchar(200);
alter table six_point_check add column signage_remark varchar(200);
alter table six_point_check add column service_remark varchar(200);
alter table six_point_check add column environment_remark varchar(200);
alter table six_point_check add column equipment_remark varchar(200);
alter table six_point_check add column effect_remark varchar(200);
