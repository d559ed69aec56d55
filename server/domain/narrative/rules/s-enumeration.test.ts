import { testRuleExamples } from '../../checks/testing/it-keeps-its-examples';
import { sEnumeration } from './s-enumeration';

testRuleExamples(sEnumeration);
