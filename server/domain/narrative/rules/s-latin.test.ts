import { itKeepsItsExamples } from '../../checks/testing/it-keeps-its-examples';
import { sLatin } from './s-latin';

itKeepsItsExamples(sLatin);
