package org.shishi.vaadin.recipe;

import com.vaadin.flow.component.accordion.Accordion;
import com.vaadin.flow.component.accordion.AccordionPanel;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.avatar.AvatarGroup;
import com.vaadin.flow.component.badge.Badge;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.card.Card;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.dnd.DragSource;
import com.vaadin.flow.component.dnd.DropTarget;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.contextmenu.GridContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.FontIcon;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.listbox.ListBox;
import com.vaadin.flow.component.listbox.MultiSelectListBox;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginOverlay;
import com.vaadin.flow.component.markdown.Markdown;
import com.vaadin.flow.component.masterdetaillayout.MasterDetailLayout;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.messages.MessageInput;
import com.vaadin.flow.component.messages.MessageList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.Scroller;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.Tooltip;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.slider.IntegerRangeSlider;
import com.vaadin.flow.component.slider.IntegerSlider;
import com.vaadin.flow.component.splitlayout.SplitLayout;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.component.treegrid.TreeGrid;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadButton;
import com.vaadin.flow.component.upload.UploadDropZone;
import com.vaadin.flow.component.upload.UploadFileList;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.theme.lumo.LumoIcon;

/**
 * The shopping list of the front-end bundle: Vaadin packs what is reached from a route, and a programme that arrives
 * later can use nothing else. Everything of vaadin-core stands here that needs no feature flag.
 */
@Route("")
@Uses(Accordion.class)
@Uses(AccordionPanel.class)
@Uses(AppLayout.class)
@Uses(Avatar.class)
@Uses(AvatarGroup.class)
@Uses(Badge.class)
@Uses(BigDecimalField.class)
@Uses(Button.class)
@Uses(Card.class)
@Uses(Checkbox.class)
@Uses(CheckboxGroup.class)
@Uses(ComboBox.class)
@Uses(ConfirmDialog.class)
@Uses(ContextMenu.class)
@Uses(CustomField.class)
@Uses(DatePicker.class)
@Uses(DateTimePicker.class)
@Uses(Details.class)
@Uses(Dialog.class)
@Uses(DrawerToggle.class)
@Uses(EmailField.class)
@Uses(FlexLayout.class)
@Uses(FontIcon.class)
@Uses(FormLayout.class)
@Uses(Grid.class)
@Uses(GridContextMenu.class)
@Uses(HorizontalLayout.class)
@Uses(Icon.class)
@Uses(IntegerField.class)
@Uses(IntegerRangeSlider.class)
@Uses(IntegerSlider.class)
@Uses(ListBox.class)
@Uses(LoginForm.class)
@Uses(LoginOverlay.class)
@Uses(Markdown.class)
@Uses(MasterDetailLayout.class)
@Uses(MenuBar.class)
@Uses(MessageInput.class)
@Uses(MessageList.class)
@Uses(MultiSelectComboBox.class)
@Uses(MultiSelectListBox.class)
@Uses(Notification.class)
@Uses(NumberField.class)
@Uses(PasswordField.class)
@Uses(Popover.class)
@Uses(ProgressBar.class)
@Uses(RadioButtonGroup.class)
@Uses(Scroller.class)
@Uses(Select.class)
@Uses(SideNav.class)
@Uses(SideNavItem.class)
@Uses(SplitLayout.class)
@Uses(SvgIcon.class)
@Uses(TabSheet.class)
@Uses(Tabs.class)
@Uses(TextArea.class)
@Uses(TextField.class)
@Uses(TimePicker.class)
@Uses(TreeGrid.class)
@Uses(Upload.class)
@Uses(UploadButton.class)
@Uses(UploadDropZone.class)
@Uses(UploadFileList.class)
@Uses(VerticalLayout.class)
@Uses(VirtualList.class)
public class Components extends Div implements DragSource<Div>, DropTarget<Div> {

    /** What is no component, or is reached only from code, is named by using it. */
    public Components() {
        Grid<String> grid = new Grid<>();
        ((GridMultiSelectionModel<String>) grid.setSelectionMode(Grid.SelectionMode.MULTI)).selectAll();
        Tooltip.forComponent(grid).setText("tooltip");
        add(grid, VaadinIcon.HOME.create(), LumoIcon.ANGLE_DOWN.create());
    }
}
