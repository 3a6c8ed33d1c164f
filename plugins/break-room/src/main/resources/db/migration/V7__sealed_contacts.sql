-- Names, phones and addresses of contacts stand sealed (domain specification §13.7): room for what that takes. The rows
-- there are sealed by the platform when the programme opens.
alter table sheet alter column contact_name set data type varchar(380);
alter table sheet alter column contact_email set data type varchar(800);
alter table sheet alter column contact_phone set data type varchar(260);
alter table room alter column point_contact set data type varchar(380);
alter table room alter column point_mobile set data type varchar(260);
alter table six_point_check alter column inspector set data type varchar(380);
